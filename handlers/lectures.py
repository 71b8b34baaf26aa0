"""/lecture: what communities have ordered; a member takes an order, who ordered may withdraw it."""

from telegram import Update

from domain.lectures import Order
from domain.people import Role
from handlers.context import Ctx
from handlers.routing import ORGANISERS
from handlers.steps import begin_again, only_number, words
from services import lectures, organisers
from services.outbox import Button, Buttons
from texts import Text

LINE = "lecture.line"


async def lecture_command(_: Update, ctx: Ctx) -> None:
    """``/lecture``: open orders; a member may take one, an organiser place one."""
    orders = await lectures.open_orders(ctx.tx)
    buttons: Buttons = [_buttons(ctx, order) for order in orders]
    new = [[Button("order-button-new", "lecture-order")]] if ctx.person.roles & ORGANISERS else []
    lines = [Text("order-line", order=lectures.described(order, ctx.house.rules)) for order in orders]
    await ctx.revise(
        "orders-list", lines=lines or Text("orders-none"), buttons=[*(row for row in buttons if row), *new]
    )


def _buttons(ctx: Ctx, order: Order) -> list[Button]:
    take, back = [], []
    if ctx.membership is not None:
        take = [Button("order-button-take-that", f"lecture-take:{order.id}", args={"topic": order.topic})]
    if order.ordered_by_id == ctx.person.id or Role.OFFICE in ctx.person.roles:
        back = [Button("order-button-withdraw", f"lecture-withdraw:{order.id}", args={"topic": order.topic})]
    return [*take, *back]


async def order_pressed(_: Update, ctx: Ctx) -> None:
    await organisers.own_unit(ctx.tx, ctx.person)
    await begin_again(ctx, LINE, {})
    await ask_line(ctx)


async def ask_line(ctx: Ctx) -> None:
    await ctx.say("order-what", buttons=[[ctx.button("button-cancel", "lecture-cancel")]])


async def take_line(update: Update, ctx: Ctx) -> None:
    wished = lectures.read(words(update), ctx.tx.now, ctx.house.rules)
    order = await lectures.order(ctx.tx, wished, ctx.person, ctx.house.rules)
    await ctx.finish()
    withdraw = [[Button("order-button-withdraw", f"lecture-withdraw:{order.id}", args={"topic": order.topic})]]
    await ctx.say("order-is-placed", order=lectures.described(order, ctx.house.rules), buttons=withdraw)


async def take_pressed(_: Update, ctx: Ctx) -> None:
    """Argument: the order."""
    order = await lectures.take(ctx.tx, only_number(ctx.args), ctx.member, ctx.house.rules)
    ctx.toast("order-taken", topic=order.topic)


async def withdraw_pressed(_: Update, ctx: Ctx) -> None:
    """Argument: the order."""
    order = await lectures.withdraw(ctx.tx, only_number(ctx.args), ctx.person)
    await ctx.revise("order-is-withdrawn-now", topic=order.topic)
