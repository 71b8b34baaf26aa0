"""Adding a contact, step by step or in one line: name, kind, telephone number, address.

The dialogue ``replace`` asks the same after its reason (``handlers/contact_replacing.py``): the name of a step and of a
button begins with the dialogue's kind.
"""

import re

from telegram import Update

from domain.contacts import ContactKind
from handlers.contact_lines import described, kind_name, kinds_of
from handlers.context import Ctx
from handlers.steps import Prompt, must_stand_at, put, words
from services import contact_replacing, contacts
from services.buttons import in_pairs
from services.contacts import Particulars
from services.outbox import Button
from services.quota_words import key_of
from texts import Text

FIELDS = ("name", "kind", "phone", "address")
_LINE = re.compile(r"(?P<name>\S+)(?:[\s,，]+(?P<phone>[+\d][\d\-]{6,}))?(?:[\s,，]+(?P<address>.+))?", re.DOTALL)


async def pressed_add(_: Update, ctx: Ctx) -> None:
    await begin(ctx, "")


async def pressed_add_wanted(_: Update, ctx: Ctx) -> None:
    """From a visit whose contact isn't registered: the name was typed there."""
    await _start(ctx, contacts.read_name(ctx.draft.get("wanted", "")))


def read(line: str) -> dict[str, str]:
    """What ``张三 13800000000 城北村`` says; {} when it says no name.

    Raises: what the readers of a name and a telephone number raise.
    """
    typed = _LINE.fullmatch(contacts.one_line(line))
    if typed is None:
        return {}
    phone = contacts.read_phone(typed["phone"]) if typed["phone"] else ""
    return {"name": contacts.read_name(typed["name"]), "phone": phone, "address": typed["address"] or ""}


async def begin(ctx: Ctx, line: str) -> None:
    """``张三 13800000000 城北村`` fills what it says; what it leaves out after the name is taken as not wanted.

    Raises:
        ContactsAreFull, and what ``read`` raises.
    """
    if said := read(line):
        await _start(ctx, **said)
        return
    waiting = await ctx.under_way("contact")
    if waiting is None:
        await _start(ctx, "")
        return
    ctx.dialogue = waiting
    await ctx.go(waiting.step)
    await ask(ctx)


async def _start(ctx: Ctx, name: str, **known: str) -> None:
    waiting = await ctx.under_way("contact")
    if waiting is not None and waiting.draft.get("name") == name:
        # The button was pressed twice, or the line sent twice.
        ctx.dialogue = waiting
        await ctx.go(waiting.step, **known)
        await ask(ctx)
        return
    await contacts.check_room(ctx.tx, ctx.member, ctx.house.scheme)
    kinds = await kinds_of(ctx)
    if len(kinds) == 1:
        known["kind"] = kinds[0]
    await ctx.begin("contact.name", known)
    if name:
        await named(ctx, name)
    else:
        await ask(ctx)


async def ask(ctx: Ctx) -> None:
    await put(ctx, await _prompt(ctx), anew=True)


async def _prompt(ctx: Ctx) -> Prompt:
    assert ctx.dialogue is not None
    kind, _, field = ctx.dialogue.step.partition(".")
    cancel = ctx.button("button-cancel", f"{kind}-cancel")
    skip = ctx.button("contact-button-skip", f"{kind}-skip", field)
    name, old = ctx.draft.get("name", ""), ctx.draft.get("old")
    match field:
        case "name" if old:
            return Prompt(Text("contact-ask-successor", old=old), [[cancel]])
        case "name":
            return Prompt(Text("contact-ask-name"), [[cancel]])
        case "kind":
            kinds = [_kind_choice(ctx, kind) for kind in await kinds_of(ctx)]
            return Prompt(Text("contact-ask-kind", name=name), [*in_pairs(kinds), [cancel]])
        case "phone" if ctx.draft.get("is_namesake"):
            return Prompt(Text("contact-ask-phone-of-namesake", name=name), [[cancel]])
        case "phone":
            return Prompt(Text("contact-ask-phone", name=name), [[skip, cancel]])
        case _:
            return Prompt(Text("contact-ask-address", name=name), [[skip, cancel]])


def _kind_choice(ctx: Ctx, kind: ContactKind) -> Button:
    assert ctx.dialogue is not None
    return ctx.button(f"contact-kind-{key_of(kind)}", f"{ctx.dialogue.kind}-kind", kind)


# --- answers ----------------------------------------------------------------------------------------------------------


def phone_in(update: Update) -> str | None:
    """The telephone number of a card from the phone book."""
    card = update.effective_message.contact if update.effective_message else None
    return card.phone_number if card else None


async def take_name(update: Update, ctx: Ctx) -> None:
    card = update.effective_message.contact if update.effective_message else None
    if card is None:
        await named(ctx, contacts.read_name(words(update)))
        return
    # In a Chinese phone book the surname stands first.
    name = contacts.read_name(f"{card.last_name or ''}{card.first_name}")
    await named(ctx, name, phone=contacts.read_phone(card.phone_number))


async def named(ctx: Ctx, name: str, **more: str) -> None:
    """The name is known, perhaps with more of what is asked after it.

    Raises:
        NamesakeLacksPhone, and what ``_check`` raises.
    """
    is_namesake = await contacts.check_namesake(ctx.tx, ctx.member, name)
    if is_namesake and not (more | ctx.draft).get("phone"):
        assert ctx.dialogue is not None
        ctx.dialogue.draft.pop("phone", None)
    await _go_on(ctx, name=name, is_namesake=is_namesake, **more)


async def take_kind(update: Update, ctx: Ctx) -> None:
    """A kind typed instead of pressed."""
    texts, language = ctx.house.texts, ctx.person.language
    named = {texts.plain(language, kind_name(kind)): kind for kind in await kinds_of(ctx)}
    kind = named.get(words(update))
    if kind is None:
        raise contacts.KindIsNotOffered
    await _go_on(ctx, kind=kind)


async def pressed_kind(_: Update, ctx: Ctx) -> None:
    must_stand_at(ctx, "contact.kind", "replace.kind")
    if not ctx.args or ctx.args[0] not in await kinds_of(ctx):
        raise contacts.KindIsNotOffered
    await _go_on(ctx, kind=ctx.args[0])


async def take_phone(update: Update, ctx: Ctx) -> None:
    await _go_on(ctx, phone=contacts.read_phone(phone_in(update) or words(update)))


async def take_address(update: Update, ctx: Ctx) -> None:
    await _go_on(ctx, address=contacts.read_line(words(update)))


async def pressed_skip(_: Update, ctx: Ctx) -> None:
    field = ctx.args[0] if ctx.args else ""
    must_stand_at(ctx, f"contact.{field}", f"replace.{field}")
    await _go_on(ctx, **{field: ""})


async def _go_on(ctx: Ctx, **said: object) -> None:
    """To the first thing not said yet; or register. A limit is refused as soon as it can be known."""
    draft = ctx.draft | said
    if "kind" in draft and ("phone" in draft or not draft["is_namesake"]):
        await _check(ctx, _particulars(draft))
    missing = next((field for field in FIELDS if field not in draft), None)
    if missing is not None:
        assert ctx.dialogue is not None
        await ctx.go(f"{ctx.dialogue.kind}.{missing}", **said)
        await put(ctx, await _prompt(ctx))
    elif "old" in draft:
        await _replace(ctx, _particulars(draft))
    else:
        await _register(ctx, _particulars(draft))


async def _check(ctx: Ctx, wanted: Particulars) -> None:
    """Raises: what ``contacts.check`` and ``contact_replacing.check`` raise."""
    scheme, today = ctx.house.scheme, ctx.today
    if "old" in ctx.draft:
        await contact_replacing.check(ctx.tx, ctx.member, ctx.draft["contact_id"], wanted, scheme, today)
    else:
        await contacts.check(ctx.tx, ctx.member, wanted, scheme, today)


def _particulars(draft: dict[str, str]) -> Particulars:
    return Particulars(draft["name"], ContactKind(draft["kind"]), draft.get("phone") or "", draft.get("address") or "")


async def _register(ctx: Ctx, wanted: Particulars) -> None:
    contact = await contacts.register(ctx.tx, ctx.member, wanted, ctx.house.scheme, ctx.today)
    hint = await contacts.own_sector_hint(ctx.tx, ctx.member, contact, ctx.house.scheme)
    await ctx.finish()
    buttons = [
        [Button("contact-button-change", f"contact-change:{contact.id}"), Button("contact-button-add", "contact-add")],
        [Button("contact-button-list", "contacts"), Button("visit-button-log", f"visit-with:{contact.id}")],
    ]
    await ctx.revise("contact-added", lines=[*described(contact, None), *([hint] if hint else [])], buttons=buttons)


async def _replace(ctx: Ctx, wanted: Particulars) -> None:
    """Both contacts, what becomes of the old one's card, and what else is to be done now."""
    draft, scheme = ctx.draft, ctx.house.scheme
    done = await contact_replacing.replace_contact(
        ctx.tx, ctx.member, draft["contact_id"], wanted, draft["because"], scheme, ctx.today
    )
    hint = await contacts.own_sector_hint(ctx.tx, ctx.member, done.new, scheme)
    card = Text("contact-old-card", old=done.old.name) if done.old_has_card else None
    form = Text("contact-form-is-old") if done.form_is_old else None
    await ctx.finish()
    buttons = [
        [
            Button("card-button-issue", f"card-issue:{done.new.id}"),
            Button("visit-button-log", f"visit-with:{done.new.id}"),
        ],
        [Button("contact-button-list", "contacts"), *([Button("form-button-open", "do-form")] if form else [])],
    ]
    await ctx.revise(
        "contact-replaced",
        old=done.old.name,
        because=done.old.ended_because,
        lines=described(done.new, None),
        notes=[note for note in (card, form, hint) if note],
        buttons=buttons,
    )
