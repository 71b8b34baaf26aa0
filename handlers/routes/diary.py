"""The diary, the yearly summary, the quota."""

from handlers import diary, quota, steps, yearly_summary
from handlers.routing import MEMBERS, Command, Press, Route, Step

ROUTES: tuple[Route, ...] = (
    # --- diary --------------------------------------------------------------------------------------------------------
    Command("diary", diary.command, MEMBERS, ("履职日记", "日记"), keeps_files=True),
    Press("diary-month", diary.month_pressed, MEMBERS),
    Press("diary-year", diary.year_pressed, MEMBERS),
    Press("diary-show", diary.show_pressed, MEMBERS),
    Press("diary-files", diary.files_pressed, MEMBERS),
    Press("diary-write", diary.write_pressed, MEMBERS),
    Press("diary-done", diary.done_pressed, MEMBERS, "diary"),
    Press("diary-cancel", steps.cancel, MEMBERS, "diary"),
    Step("diary.text", diary.ask_text, diary.take_text, MEMBERS),
    Press("diary-change", diary.change_pressed, MEMBERS),
    Press("diaryedit-cancel", steps.cancel, MEMBERS, "diaryedit"),
    Step("diaryedit.text", diary.ask_change, diary.take_change, MEMBERS),
    Press("diary-remove", diary.remove_pressed, MEMBERS),
    Press("diary-remove-yes", diary.remove_yes_pressed, MEMBERS),
    Command("report", yearly_summary.command, MEMBERS, ("年度小结",)),
    Press("report-year", yearly_summary.year_pressed, MEMBERS),
    Press("report-file", yearly_summary.file_pressed, MEMBERS),
    Press("report-hand-in", yearly_summary.hand_in_pressed, MEMBERS),
    Press("report-write", yearly_summary.write_pressed, MEMBERS),
    Press("summary-cancel", steps.cancel, MEMBERS, "summary"),
    Step("summary.words", yearly_summary.ask_words, yearly_summary.take_words, MEMBERS),
    # --- quota --------------------------------------------------------------------------------------------------------
    Command("quota", quota.command, MEMBERS, ("履职进度", "进度")),
    Press("quota", quota.pressed, MEMBERS),
    Press("quota-picture", quota.pressed_picture, MEMBERS),
)
