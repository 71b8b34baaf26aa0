"""A member's contacts: the list, one of them, what may change, the end."""

from collections.abc import Sequence

from telegram import Update

from domain.contacts import Contact, ContactKind
from domain.refusals import Refusal
from domain.schemes import Counted
from handlers import contact_adding, contact_replacing
from handlers.contact_lines import REASONS, described, kind_button, kinds_of, name_button
from handlers.context import Ctx
from handlers.steps import Prompt, begin_again, number, put, words
from services import contacts, quota
from services import visits as visits_service
from services.buttons import in_pairs
from services.outbox import Button, Buttons
from services.quota_words import NOTHING, tally_line
from texts import Text

ADD_WORDS = frozenset({"添加", "新增", "add"})
REPLACE_WORDS = frozenset({"更换", "替换", "replace"})
MOST_LINES, MOST_BUTTONS, MOST_PAST = 24, 60, 6
"""What fits one message, even with long names and addresses."""

ADD = Button("contact-button-add", "contact-add")
LIST = Button("contact-button-list", "contacts")
LOG = Button("visit-button-log", "visit-new")
PROGRESS = Button("quota-button", "quota")


class NoSuchContact(Refusal):
    """Argument: ``name``."""

    text = "contact-not-found-by-name"


async def command(update: Update, ctx: Ctx) -> None:
    """``/contacts 王秀英``, ``/contacts 添加 张三 13800000000 城北村``, ``/contacts 更换 王秀英 张三``."""
    first, _, rest = ctx.rest.partition(" ")
    if first.lower() in ADD_WORDS:
        await contact_adding.begin(ctx, rest.strip())
    elif first.lower() in REPLACE_WORDS and rest.strip():
        await _replace_named(ctx, rest.strip())
    elif ctx.rest:
        await _show_named(ctx, ctx.rest)
    else:
        await _list(ctx)


async def pressed_list(_: Update, ctx: Ctx) -> None:
    await _list(ctx)


async def _list(ctx: Ctx) -> None:
    standing = await quota.progress_of(ctx.tx, ctx.member, ctx.house.scheme, ctx.today)
    counts = await quota.counts_of_year(ctx.tx, ctx.member, ctx.house.scheme, ctx.today)
    known = [one.contact for one in standing.contacts]
    lines: list[Text] = []
    for place, contact in enumerate(known[:MOST_LINES], start=1):
        lines += described(contact, counts.get(contact.id, NOTHING), place)
    if len(known) > MOST_LINES:
        lines.append(Text("quota-more", count=str(len(known) - MOST_LINES)))
    places = [tally_line(t, ctx.house.scheme) for t in standing.own if t.quota.what is Counted.CONTACTS]
    if not known:
        await ctx.say("contacts-none", places=places, buttons=[[ADD]])
        return
    lines += await _past(ctx)
    buttons = in_pairs([name_button(contact, known, f"contact:{contact.id}") for contact in known[:MOST_BUTTONS]])
    await ctx.say("contacts-list", lines=lines, places=places, buttons=[*buttons, [ADD], [LOG, PROGRESS]])


async def _past(ctx: Ctx) -> list[Text]:
    """Who ended this year, and who took their place; of many the last ones."""
    past = await contacts.past_of_year(ctx.tx, ctx.member, ctx.today.year)
    lines = [_past_line(ended, successor) for ended, successor in past[-MOST_PAST:]]
    return [Text("contacts-past"), *lines] if lines else []


def _past_line(ended: Contact, successor: Contact | None) -> Text:
    about = {"old": ended.name, "ended": ended.ended_on, "because": ended.ended_because}
    if successor is None:
        return Text("contacts-past-ended", **about)
    return Text("contacts-past-replaced", new=successor.name, **about)


async def _replace_named(ctx: Ctx, line: str) -> None:
    """``王秀英 张三 13800000000``: who goes, and who comes (asked for when left out)."""
    name, _, successor = line.partition(" ")
    known = await contacts.of_member(ctx.tx, ctx.member)
    found = visits_service.named(name, known)
    if not found:
        raise NoSuchContact(name=name[:40])
    if len(found) == 1:
        await contact_replacing.begin(ctx, found[0], successor.strip())
        return
    # Namesakes: each is shown, with its button to be replaced.
    for contact in found[:3]:
        await put(ctx, await _shown(ctx, contact))


async def _show_named(ctx: Ctx, name: str) -> None:
    known = await contacts.of_member(ctx.tx, ctx.member)
    found = visits_service.named(name, known)
    if not found:
        raise NoSuchContact(name=name[:40])
    for contact in found[:3]:
        await put(ctx, await _shown(ctx, contact))


# --- one contact ------------------------------------------------------------------------------------------------------


async def pressed_one(_: Update, ctx: Ctx) -> None:
    await put(ctx, await _shown(ctx, await _pressed_contact(ctx)))


async def _pressed_contact(ctx: Ctx) -> Contact:
    return await contacts.own(ctx.tx, ctx.member, number(ctx.args, 0))


async def _shown(ctx: Ctx, contact: Contact, key: str = "contact-shown") -> Prompt:
    counts = await quota.counts_of_year(ctx.tx, ctx.member, ctx.house.scheme, ctx.today)
    lines = described(contact, counts.get(contact.id, NOTHING))
    if contact.replaces_id is not None:
        before = await contacts.own(ctx.tx, ctx.member, contact.replaces_id)
        lines.append(
            Text("contact-took-place", old=before.name, on=contact.registered_on, because=before.ended_because)
        )
    text = Text(key, lines=lines)
    return Prompt(text, _buttons_of(contact))


def _buttons_of(contact: Contact) -> Buttons:
    if not contact.is_active:
        return [[LIST]]
    return [
        [Button("visit-button-log", f"visit-with:{contact.id}")],
        [
            Button("contact-button-change", f"contact-change:{contact.id}"),
            Button("contact-button-replace", f"contact-replace:{contact.id}"),
        ],
        [Button("contact-button-end", f"contact-end:{contact.id}"), LIST],
    ]


# --- change -----------------------------------------------------------------------------------------------------------


async def pressed_change(_: Update, ctx: Ctx) -> None:
    contact = await _open_contact(ctx)
    fields = [Button(f"contact-button-{field}", f"contact-alter:{contact.id}:{field}") for field in ("name", *READERS)]
    if len(await kinds_of(ctx)) > 1:
        fields.append(Button("contact-button-kind", f"contact-kinds:{contact.id}"))
    back = Button("button-back", f"contact:{contact.id}")
    text = Text("contact-what-to-change", lines=described(contact, None))
    await put(ctx, Prompt(text, [*in_pairs(fields), [back]]))


async def _open_contact(ctx: Ctx) -> Contact:
    contact = await _pressed_contact(ctx)
    contacts.must_be_active(contact)
    return contact


READERS = {"phone": contacts.read_phone, "address": contacts.read_line}


async def pressed_alter(_: Update, ctx: Ctx) -> None:
    contact = await _open_contact(ctx)
    field = ctx.args[1] if len(ctx.args) > 1 and ctx.args[1] in READERS else "name"
    await begin_again(ctx, f"contactedit.{field}", {"contact_id": contact.id, "name": contact.name})
    await ask_alter(ctx)


async def ask_alter(ctx: Ctx) -> None:
    assert ctx.dialogue is not None
    field = ctx.dialogue.step.partition(".")[2]
    cancel = [[ctx.button("button-cancel", "contactedit-cancel")]]
    await ctx.say(f"contact-ask-new-{field}", name=ctx.draft["name"], buttons=cancel)


async def take_name(update: Update, ctx: Ctx) -> None:
    await _changed(ctx, name=contacts.read_name(words(update)))


async def take_phone(update: Update, ctx: Ctx) -> None:
    await _changed(ctx, phone=contacts.read_phone(contact_adding.phone_in(update) or words(update)))


async def take_address(update: Update, ctx: Ctx) -> None:
    await _changed(ctx, address=contacts.read_line(words(update)))


async def _changed(ctx: Ctx, **changes: str) -> None:
    changed = await contacts.change(ctx.tx, ctx.member, ctx.draft["contact_id"], ctx.house.scheme, **changes)
    await ctx.finish()
    await put(ctx, await _shown(ctx, changed, "contact-changed"), anew=True)


async def pressed_kinds(_: Update, ctx: Ctx) -> None:
    contact = await _open_contact(ctx)
    kinds = [kind_button(kind, f"contact-set-kind:{contact.id}:{kind}") for kind in await kinds_of(ctx)]
    back = Button("button-back", f"contact:{contact.id}")
    await put(ctx, Prompt(Text("contact-ask-new-kind", name=contact.name), [*in_pairs(kinds), [back]]))


async def pressed_set_kind(_: Update, ctx: Ctx) -> None:
    contact = await _open_contact(ctx)
    kind = _kind(ctx.args)
    changed = await contacts.change(ctx.tx, ctx.member, contact.id, ctx.house.scheme, kind=kind)
    await put(ctx, await _shown(ctx, changed, "contact-changed"))


def _kind(args: Sequence[str]) -> ContactKind:
    try:
        return ContactKind(args[1])
    except (IndexError, ValueError):
        raise contacts.KindIsNotOffered from None


# --- the end ----------------------------------------------------------------------------------------------------------


async def pressed_end(_: Update, ctx: Ctx) -> None:
    contact = await _open_contact(ctx)
    await begin_again(ctx, "contactend.reason", {"contact_id": contact.id, "name": contact.name})
    await ask_reason(ctx)


async def ask_reason(ctx: Ctx) -> None:
    reasons = [ctx.button(f"contact-button-{reason}", "contactend-because", reason) for reason in REASONS]
    cancel = ctx.button("button-cancel", "contactend-cancel")
    await ctx.say("contact-ask-why-end", name=ctx.draft["name"], buttons=[*in_pairs(reasons), [cancel]])


async def take_reason(update: Update, ctx: Ctx) -> None:
    await _end(ctx, contacts.read_line(words(update)))


async def pressed_reason(_: Update, ctx: Ctx) -> None:
    reason = ctx.args[0] if ctx.args and ctx.args[0] in REASONS else REASONS[-1]
    label = Text(f"contact-button-{reason}")
    # Kept in the committee's language: the office reads it, whatever language the member speaks.
    await _end(ctx, ctx.house.texts.plain(ctx.house.committee.language, label))


async def _end(ctx: Ctx, because: str) -> None:
    ended = await contacts.end(ctx.tx, ctx.member, ctx.draft["contact_id"], ctx.today, because)
    await ctx.finish()
    await ctx.revise("contact-ended", name=ended.name, because=because, buttons=[[LIST, ADD]])
