"""Nobody reads or does what their role, or their place in a matter, does not allow: cell by cell, from tables written
here and not derived from the code.
"""

from collections import deque
from collections.abc import AsyncIterator, Iterable, Mapping
from functools import cache
from pathlib import Path

import pytest

from tests.buttons import SHOWN, show
from tests.clear import naming
from tests.conversations import dialogues_of
from tests.house import HOUSE, TABLE, OpenHouse
from tests.phones import Answer
from tests.town import (
    ANSWERED,
    ARRIVED,
    CHEN,
    IN_TRIAGE,
    LI,
    LIU,
    MA,
    OF_DEPARTMENT,
    OF_ZHAO,
    QIAN,
    SETTLED,
    SUN,
    WANG,
    ZHAO,
    ZHOU,
    Town,
)
from tests.updates import Writer
from texts import Text

# --- command × role, press × role -------------------------------------------------------------------------------------

ROLES: tuple[Writer, ...] = (MA, LI, ZHOU, CHEN, SUN, LIU, QIAN)
HEAD = "constituent member office leader staff department member-and-office"

COMMANDS = """
             constituent member office leader staff department member-and-office
    start         +        +      +      +      +       +             +
    help          +        +      +      +      +       +             +
    language      +        +      +      +      +       +             +
    cancel        +        +      +      +      +       +             +
    members       +        +      +      +      +       +             +
    stats         +        +      +      +      +       +             +
    write         +        +      +      +      +       +             +
    suggest       +        +      +      +      +       +             +
    letters       +        +      +      +      +       +             +
    letter        +        +      +      +      +       +             +
    search        +        +      +      +      +       +             +
    inbox         .        +      +      .      +       +             +
    triage        .        .      +      .      .       .             +
    assign        .        .      +      .      .       .             +
    similar       .        +      +      .      .       .             +
    brief         .        +      +      +      .       .             +
    tasks         .        .      .      .      .       +             .
    publish       .        .      +      .      .       .             +
    away          .        +      .      .      .       .             +
    back          .        +      .      .      .       .             +
    contacts      .        +      .      .      .       .             +
    form          .        +      .      .      .       .             +
    roster        .        .      +      .      .       .             +
    forms         .        .      +      .      +       .             +
    card          +        +      +      +      +       +             +
    visit         .        +      .      .      .       .             +
    visits        .        +      .      .      .       .             +
    deeds         .        +      .      .      .       .             +
    diary         .        +      .      .      .       .             +
    report        .        +      .      .      .       .             +
    cards         .        .      +      .      +       .             +
    together      .        +      .      .      .       .             +
    quota         .        +      .      .      .       .             +
    claim         +        +      +      +      +       +             +
    record        .        +      +      .      .       .             +
    snippet       .        +      +      .      +       +             +
    reviews       .        .      +      .      .       .             +
    plan          +        +      +      +      +       +             +
    events        +        +      +      +      +       +             +
    pool          +        +      +      +      +       +             +
    reception     +        +      +      +      +       +             +
    studios       +        +      +      +      +       +             +
    lecture       .        +      +      .      +       .             +
    activity      .        .      +      .      +       .             +
    overdue       .        .      +      .      +       .             +
    bulletin      .        .      +      .      .       .             +
    appraisal     .        +      +      +      +       .             +
    audit         .        .      +      .      .       .             +
    block         .        .      +      .      .       .             +
    mydata        +        +      +      +      +       +             +
    forget        +        +      +      +      +       +             +
    invite        .        .      +      .      .       .             +
"""
NOT_LISTED = {"start", "visits"}
"""Commands that work but are not in anyone's menu of commands."""
LISTED_FOR_MEMBERS = {"card"}
"""A contact has no role: /card works for everyone, and stands in the members' menu."""
LISTED_FOR_COMMITTEE = {"plan"}
"""A constituent's own plan is behind a button of /events and /reception."""

PRESSES = """
                        constituent member office leader staff department member-and-office
    language                 +        +      +      +      +       +             +
    drop                     +        +      +      +      +       +             +
    keep                     +        +      +      +      +       +             +
    sector                   +        +      +      +      +       +             +
    write-to                 +        +      +      +      +       +             +
    write-resume             +        +      +      +      +       +             +
    write-anew               +        +      +      +      +       +             +
    write-by                 +        +      +      +      +       +             +
    write-group              +        +      +      +      +       +             +
    write-choose             +        +      +      +      +       +             +
    write-as                 +        +      +      +      +       +             +
    write-done               +        +      +      +      +       +             +
    write-more               +        +      +      +      +       +             +
    write-submit             +        +      +      +      +       +             +
    write-cancel             +        +      +      +      +       +             +
    letters-page             +        +      +      +      +       +             +
    letter-open              +        +      +      +      +       +             +
    letter-files             +        +      +      +      +       +             +
    search-page              +        +      +      +      +       +             +
    search-cancel            +        +      +      +      +       +             +
    letter-go-on             +        +      +      +      +       +             +
    which-letter             +        +      +      +      +       +             +
    which-new                +        +      +      +      +       +             +
    which-cancel             +        +      +      +      +       +             +
    letter-solved            +        +      +      +      +       +             +
    letter-urge              +        +      +      +      +       +             +
    letter-withdraw          +        +      +      +      +       +             +
    letter-withdraw-yes      +        +      +      +      +       +             +
    letter-grade             +        +      +      +      +       +             +
    grade-skip               +        +      +      +      +       +             +
    consent-ask              +        +      +      +      +       +             +
    consent                  +        +      +      +      +       +             +
    reply-cancel             +        +      +      +      +       +             +
    inbox-page:member        .        +      .      .      .       .             +
    inbox-page:office        .        .      +      .      .       .             +
    inbox-page:unit          .        .      .      .      .       .             .
    letter-answer            .        +      +      .      +       +             +
    letter-ask               .        +      +      .      +       +             +
    handover-units           .        +      +      .      .       .             +
    handover-unit            .        +      +      .      .       .             +
    letter-hand-over         .        +      +      .      .       .             +
    handover-to              .        +      +      .      .       .             +
    handover-now             .        +      +      .      .       .             +
    handover-cancel          .        +      +      .      .       .             +
    letter-hand-back         .        .      .      .      +       +             .
    handback-cancel          .        .      .      .      +       +             .
    letter-settle            .        +      +      .      +       +             +
    settle-now               .        +      +      .      +       +             +
    letter-outcome           .        +      +      .      +       +             +
    settle-cancel            .        +      +      .      +       +             +
    take-back                +        +      +      +      +       +             +
    reply-snippets           .        +      +      .      +       +             +
    reply-snippet            .        +      +      .      +       +             +
    reply-send               .        +      +      .      +       +             +
    reply-review             .        +      .      .      .       .             +
    answer-show              .        .      +      .      .       .             +
    answer-approve           .        .      +      .      .       .             +
    answer-return            .        .      +      .      .       .             +
    answerreturn-cancel      .        .      +      .      .       .             +
    answer-reword            .        .      +      .      .       .             +
    answerreword-cancel      .        .      +      .      .       .             +
    answer-again             .        +      .      .      .       .             +
    snippet-list             .        +      +      .      +       +             +
    snippet-open             .        +      +      .      +       +             +
    snippet-add              .        +      +      .      +       +             +
    snippet-change           .        +      +      .      +       +             +
    snippet-delete           .        +      +      .      +       +             +
    snippet-cancel           .        +      +      .      +       +             +
    claim-cancel             +        +      +      +      +       +             +
    record-channel           .        +      +      .      .       .             +
    record-sign              .        +      +      .      .       .             +
    record-to                .        +      +      .      .       .             +
    record-submit            .        +      +      .      .       .             +
    record-cancel            .        +      +      .      .       .             +
    record-code              .        +      +      .      .       .             +
    record-told              .        +      +      .      .       .             +
    letter-note              .        +      +      .      +       +             +
    note-cancel              .        +      +      .      +       +             +
    triage-card              .        .      +      .      .       .             +
    triage-skip              .        .      +      .      .       .             +
    triage-to                .        .      +      .      .       .             +
    triage-unit              .        .      +      .      .       .             +
    triage-name              .        .      +      .      .       .             +
    triage-choose            .        .      +      .      .       .             +
    triage-cancel            .        .      +      .      .       .             +
    triage-keep              .        .      +      .      .       .             +
    triage-return            .        .      +      .      .       .             +
    triage-mark              .        .      +      .      .       .             +
    triage-post              .        .      +      .      .       .             +
    claim                    .        +      .      .      .       .             +
    similar                  .        +      +      .      .       .             +
    merge                    .        +      +      .      .       .             +
    matter                   .        +      +      .      .       .             +
    matter-out               .        +      +      .      .       .             +
    brief-list               .        +      +      +      .       .             +
    brief                    .        +      +      +      .       .             +
    brief-paper              .        +      +      +      .       .             +
    brief-files              .        +      +      +      .       .             +
    brief-new                .        +      +      .      .       .             +
    brief-of                 .        +      +      .      .       .             +
    brief-edit               .        +      +      .      .       .             +
    brief-kind               .        +      +      .      .       .             +
    brief-use                .        +      +      .      .       .             +
    brief-skip               .        +      +      .      .       .             +
    brief-alter              .        +      +      .      .       .             +
    brief-save               .        +      +      .      .       .             +
    brief-submit             .        +      +      .      .       .             +
    brief-cancel             .        +      +      .      .       .             +
    brief-hand-in            .        +      +      .      .       .             +
    brief-accept             .        .      +      .      .       .             +
    brief-return             .        .      +      .      .       .             +
    brief-leaders            .        .      +      .      .       .             +
    brief-instruct           .        .      +      +      .       .             +
    brief-assign             .        .      +      .      .       .             +
    assign-to                .        .      +      .      .       .             +
    assign-new               .        .      +      .      .       .             +
    assign-done              .        .      +      .      .       .             +
    assign-due               .        .      +      .      .       .             +
    brief-conclude           .        .      +      .      .       .             +
    brief-carry              .        .      +      .      .       .             +
    task-accept              .        .      +      .      .       .             +
    task-return              .        .      +      .      .       .             +
    task-link                .        .      +      .      .       .             +
    briefwork-cancel         .        .      +      +      .       +             +
    task                     .        .      .      .      .       +             .
    task-answer              .        .      .      .      .       +             .
    task-submit              .        .      .      .      .       +             .
    judge                    +        +      +      +      +       +             +
    judge-cancel             +        +      +      +      +       +             +
    publish-card             .        .      +      .      .       .             +
    publish-skip             .        .      +      .      .       .             +
    publish-anew             .        .      +      .      .       .             +
    publish-words            .        .      +      .      .       .             +
    publish-cancel           .        .      +      .      .       .             +
    publish-now              .        .      +      .      .       .             +
    publish-no               .        .      +      .      .       .             +
    away-until               .        +      .      .      .       .             +
    away-by                  .        +      .      .      .       .             +
    away-alone               .        +      .      .      .       .             +
    away-cancel              .        +      .      .      .       .             +
    contacts                 .        +      .      .      .       .             +
    contact                  .        +      .      .      .       .             +
    contact-change           .        +      .      .      .       .             +
    contact-alter            .        +      .      .      .       .             +
    contact-kinds            .        +      .      .      .       .             +
    contact-set-kind         .        +      .      .      .       .             +
    contactedit-cancel       .        +      .      .      .       .             +
    contact-end              .        +      .      .      .       .             +
    contactend-because       .        +      .      .      .       .             +
    contactend-cancel        .        +      .      .      .       .             +
    contact-replace          .        +      .      .      .       .             +
    replace-because          .        +      .      .      .       .             +
    replace-kind             .        +      .      .      .       .             +
    replace-skip             .        +      .      .      .       .             +
    replace-cancel           .        +      .      .      .       .             +
    contact-add              .        +      .      .      .       .             +
    contact-add-wanted       .        +      .      .      .       .             +
    contact-kind             .        +      .      .      .       .             +
    contact-skip             .        +      .      .      .       .             +
    contact-cancel           .        +      .      .      .       .             +
    form-file                .        +      .      .      .       .             +
    form-hand-in             .        +      .      .      .       .             +
    form-list                .        .      +      .      +       .             +
    form-units               .        .      +      .      .       .             +
    form-print               .        .      +      .      +       .             +
    form-show                .        .      +      .      +       .             +
    form-accept              .        .      +      .      +       .             +
    form-return              .        .      +      .      +       .             +
    formreturn-cancel        .        .      +      .      +       .             +
    card-list                .        +      .      .      .       .             +
    card                     .        +      .      .      .       .             +
    card-issue               .        +      .      .      .       .             +
    card-issue-all           .        +      .      .      .       .             +
    card-delivered           .        +      .      .      .       .             +
    card-lost                .        +      .      .      .       .             +
    card-lost-yes            .        +      .      .      .       .             +
    dispute-answer           .        +      .      .      .       .             +
    disputeanswer-cancel     .        +      .      .      .       .             +
    card-me                  +        +      +      +      +       +             +
    card-not-me              +        +      +      +      +       +             +
    confirm-ask              +        +      +      +      +       +             +
    confirm-true             +        +      +      +      +       +             +
    confirm-differs          +        +      +      +      +       +             +
    dispute-cancel           +        +      +      +      +       +             +
    visit-new                .        +      .      .      .       .             +
    visit-with               .        +      .      .      .       .             +
    visit-contact            .        +      .      .      .       .             +
    visit-all-contacts       .        +      .      .      .       .             +
    visit-day                .        +      .      .      .       .             +
    visit-kind               .        +      .      .      .       .             +
    visit-deeds              .        +      .      .      .       .             +
    visit-promise            .        +      .      .      .       .             +
    visit-alter              .        +      .      .      .       .             +
    visit-submit             .        +      .      .      .       .             +
    visit-cancel             .        +      .      .      .       .             +
    visit-list               .        +      .      .      .       .             +
    visit-show               .        +      .      .      .       .             +
    visit-change             .        +      .      .      .       .             +
    visit-withdraw           .        +      .      .      .       .             +
    visit-withdraw-yes       .        +      .      .      .       .             +
    visit-photos             .        +      .      .      .       .             +
    evidence-done            .        +      .      .      .       .             +
    deed-list                .        +      .      .      .       .             +
    deed-show                .        +      .      .      .       .             +
    deed-done                .        +      .      .      .       .             +
    deed-later               .        +      .      .      .       .             +
    deed-drop                .        +      .      .      .       .             +
    deed-day                 .        +      .      .      .       .             +
    deed-cancel              .        +      .      .      .       .             +
    deed-true                +        +      +      +      +       +             +
    deed-differs             +        +      +      +      +       +             +
    deeddispute-cancel       +        +      +      +      +       +             +
    diary-month              .        +      .      .      .       .             +
    diary-year               .        +      .      .      .       .             +
    diary-show               .        +      .      .      .       .             +
    diary-files              .        +      .      .      .       .             +
    diary-write              .        +      .      .      .       .             +
    diary-done               .        +      .      .      .       .             +
    diary-cancel             .        +      .      .      .       .             +
    diary-change             .        +      .      .      .       .             +
    diaryedit-cancel         .        +      .      .      .       .             +
    diary-remove             .        +      .      .      .       .             +
    diary-remove-yes         .        +      .      .      .       .             +
    report-year              .        +      .      .      .       .             +
    report-file              .        +      .      .      .       .             +
    report-write             .        +      .      .      .       .             +
    summary-cancel           .        +      .      .      .       .             +
    visit-evidence           .        +      .      .      .       .             +
    paper-page               .        .      +      .      +       .             +
    paper-key                .        .      +      .      +       .             +
    paper-cancel             .        .      +      .      +       .             +
    paper-member             .        .      +      .      +       .             +
    paper-contact            .        .      +      .      +       .             +
    paper-mark               .        .      +      .      +       .             +
    paper-all                .        .      +      .      +       .             +
    paper-extra              .        .      +      .      +       .             +
    paper-done               .        .      +      .      +       .             +
    group-new                .        +      .      .      .       .             +
    group-show               .        +      .      .      .       .             +
    group-invite             .        +      .      .      .       .             +
    group-close              .        +      .      .      .       .             +
    group-call-off           .        +      .      .      .       .             +
    group-in                 .        +      .      .      .       .             +
    group-met                .        +      .      .      .       .             +
    group-done               .        +      .      .      .       .             +
    group-cancel             .        +      .      .      .       .             +
    quota                    .        +      .      .      .       .             +
    quota-picture            .        +      .      .      .       .             +
    plan-month               +        +      +      +      +       +             +
    plan-year                +        +      +      +      +       +             +
    plan-ics                 +        +      +      +      +       +             +
    activity-show            +        +      +      +      +       +             +
    activity-yes             +        +      +      +      +       +             +
    activity-no              +        +      +      +      +       +             +
    activity-leave           +        +      +      +      +       +             +
    activityleave-cancel     +        +      +      +      +       +             +
    activity-ics             +        +      +      +      +       +             +
    activity-grade           +        +      +      +      +       +             +
    activity-note            +        +      +      +      +       +             +
    activitynote-cancel      +        +      +      +      +       +             +
    pool-join                +        +      +      +      +       +             +
    pool-sector              +        +      +      +      +       +             +
    pool-cancel              +        +      +      +      +       +             +
    pool-leave               +        +      +      +      +       +             +
    slot-book                +        +      +      +      +       +             +
    booking-cancel           +        +      +      +      +       +             +
    slot-release             +        +      +      +      +       +             +
    slot-mine                .        +      .      .      .       .             +
    slot-add                 .        +      .      .      .       .             +
    slot-give-up             .        +      .      .      .       .             +
    slot-cancel              .        +      .      .      .       .             +
    lecture-take             .        +      .      .      .       .             +
    studio-add               .        .      +      .      +       .             +
    studio-cancel            .        .      +      .      +       .             +
    studio-close             .        .      +      .      +       .             +
    lecture-order            .        .      +      .      +       .             +
    lecture-cancel           .        .      +      .      +       .             +
    lecture-withdraw         .        .      +      .      +       .             +
    activity-units           .        .      +      .      +       .             +
    activity-new             .        .      +      .      +       .             +
    activity-kind            .        .      +      .      +       .             +
    activity-untitled        .        .      +      .      +       .             +
    activity-capacity        .        .      +      .      +       .             +
    activity-give-up         .        .      +      .      +       .             +
    activity-desk            .        .      +      .      +       .             +
    activity-open            .        .      +      .      +       .             +
    activity-unit            .        .      +      .      +       .             +
    activity-people          .        .      +      .      +       .             +
    activity-notes           .        .      +      .      +       .             +
    activity-qr              .        .      +      .      +       .             +
    activity-alter           .        .      +      .      +       .             +
    activityalter-cancel     .        .      +      .      +       .             +
    activity-call-off        .        .      +      .      +       .             +
    activitycalloff-cancel   .        .      +      .      +       .             +
    activity-invite          .        .      +      .      +       .             +
    activity-invite-all      .        .      +      .      +       .             +
    activity-invite-by       .        .      +      .      +       .             +
    activity-invite-name     .        .      +      .      +       .             +
    activityinvite-choose    .        .      +      .      +       .             +
    activityinvite-cancel    .        .      +      .      +       .             +
    activity-pool            .        .      +      .      +       .             +
    stats-picture            .        +      .      .      .       .             +
    overdue-page             .        .      +      .      +       .             +
    overdue-remind           .        .      +      .      +       .             +
    overdue-remind-all       .        .      +      .      +       .             +
    bulletin-of              .        .      +      .      .       .             +
    bulletin-send            .        .      +      .      .       .             +
    bulletin-post            .        .      +      .      .       .             +
    appraisal-list           .        +      +      +      +       .             +
    appraisal-of             .        +      +      +      +       .             +
    appraisal-line           .        +      +      +      +       .             +
    appraisal-publish        .        .      +      .      .       .             +
    appraisal-publish-yes    .        .      +      .      .       .             +
    appraisal-close          .        .      +      .      .       .             +
    appraisal-close-yes      .        .      +      .      .       .             +
    appraisal-withdraw       .        .      +      .      .       .             +
    appraisal-withdraw-yes   .        .      +      .      .       .             +
    objection-new            .        +      .      .      .       .             +
    objection-cancel         .        +      .      .      .       .             +
    objection-list           .        .      +      .      .       .             +
    objection                .        .      +      .      .       .             +
    objection-uphold         .        .      +      .      .       .             +
    objection-refuse         .        .      +      .      .       .             +
    objectionwork-cancel     .        .      +      .      .       .             +
    audit-page               .        .      +      .      .       .             +
    menu                     +        +      +      +      +       +             +
    reminder-later           +        +      +      +      +       +             +
    triage-release           .        .      +      .      .       .             +
    identity-ask             .        .      +      .      .       .             +
    identity-cancel          .        .      +      .      .       .             +
    identity-yes             .        .      +      .      .       .             +
    identity-no              .        .      +      .      .       .             +
    block-new                .        .      +      .      .       .             +
    block-until              .        .      +      .      .       .             +
    block-lift               .        .      +      .      .       .             +
    block-cancel             .        .      +      .      .       .             +
    forget-yes               +        +      +      +      +       +             +
    forget-all               +        +      +      +      +       +             +
    forget-no                +        +      +      +      +       +             +
    invite-all               .        .      +      .      .       .             +
    invite-role              .        .      +      .      .       .             +
    invite-all-units         .        .      +      .      .       .             +
    roster-units             .        .      +      .      .       .             +
    roster-unit              .        .      +      .      .       .             +
    roster-unit-invite       .        .      +      .      .       .             +
    roster-take              .        .      +      .      .       .             +
    roster-give-up           .        .      +      .      .       .             +
    invite-cancel            .        .      +      .      .       .             +
    invite-unit              .        .      +      .      .       .             +
"""

ASKS_FOR_NO_NUMBER = {"card-issue-all"}
"""Buttons of which no number says what they are about: they do their work."""

# --- letter × person: who may look at it ------------------------------------------------------------------------------

READERS = """
               王秀英 马三立 李建国 赵明 周敏 陈主席 孙平 刘科长 钱芳
    settled       +      .      +     .     +     .      .      .      +
    answered      +      .      +     .     +     .      .      .      +
    arrived       +      .      +     .     +     .      .      .      +
    of-zhao       .      +      .     +     +     .      .      .      +
    in-triage     .      +      .     .     +     .      .      .      +
    of-department .      +      .     .     +     .      .      +      +
"""
LETTERS = {
    "settled": SETTLED,
    "answered": ANSWERED,
    "arrived": ARRIVED,
    "of-zhao": OF_ZHAO,
    "in-triage": IN_TRIAGE,
    "of-department": OF_DEPARTMENT,
}
MATTERS = {
    "settled": "护栏",
    "answered": "路灯",
    "arrived": "垃圾",
    "of-zhao": "斑马线",
    "in-triage": "公交站",
    "of-department": "井盖",
}
NAMED = {who.name: who for who in (*ROLES, WANG, ZHAO)}


def cells(table: str) -> list[tuple[str, str, bool]]:
    """(row, column, may) for every cell."""
    head, *rows = [line.split() for line in table.strip().splitlines()]
    return [(row[0], column, cell == "+") for row in rows for column, cell in zip(head, row[1:], strict=True)]


BY_ROLE: Mapping[str, Writer] = dict(zip(HEAD.split(), ROLES, strict=True))


# --- the committee ----------------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def town(migrated_sqlite: Path, tmp_path_factory: pytest.TempPathFactory) -> Town:
    return Town(migrated_sqlite, tmp_path_factory.mktemp("rights"))


@cache
def said(key: str) -> str:
    return HOUSE.texts.plain("zh", Text(key))


SECRETS = (
    "王秀英",
    "马三立",
    "李建国",
    "赵明",
    "张三",
    "李四",
    "何苗",
    "SL-2026",
    "路灯",
    "护栏",
    "垃圾",
    "斑马线",
    "井盖",
    "轮椅",
    "1380000",
)
"""Names, numbers, matters and telephone numbers of that morning."""


def check_refused(answer: Answer, *, hidden: tuple[str, ...] = SECRETS) -> None:
    """One sentence, to nobody else, that gives nothing away."""
    (sentence,) = answer.words
    assert not answer.others
    assert not [secret for secret in hidden if secret in sentence], sentence


# --- roles ------------------------------------------------------------------------------------------------------------


def test_every_command_and_every_button_has_its_row() -> None:
    assert {name for name, _, _ in cells(COMMANDS)} == TABLE.commands.keys()
    assert {name.partition(":")[0] for name, _, _ in cells(PRESSES)} == {
        name for name in TABLE.presses if not name.startswith("do-")
    }


async def in_fresh_houses(town: Town, who: Writer, names: Iterable[str]) -> AsyncIterator[tuple[OpenHouse, str]]:
    """The house of that morning for each name: the same one, until something has changed in it."""
    left = deque(names)
    while left:
        async with (await town.made()).opened(town.scratch) as house:
            affairs = house.affairs()
            while left and house.affairs() == affairs and not await dialogues_of(house, who):
                yield house, left.popleft()


@pytest.mark.parametrize("role", BY_ROLE)
async def test_a_command_is_for_the_roles_of_its_row(role: str, town: Town) -> None:
    who, may = BY_ROLE[role], {name: may for name, column, may in cells(COMMANDS) if column == role}
    async for house, name in in_fresh_houses(town, who, may):
        with naming(name):
            affairs = house.affairs()
            typed, pressed = await house.says(who, f"/{name}"), await house.sends_data(who, f"do-{name}")
            for answer in (typed, pressed):
                assert (said("not-for-your-role") not in answer.words) is may[name], answer.words
            if not may[name]:
                check_refused(typed)
                check_refused(pressed)
                assert house.affairs() == affairs
                assert not await dialogues_of(house, who)


@pytest.mark.parametrize("role", BY_ROLE)
async def test_people_are_shown_the_commands_that_they_may_use_and_no_others(role: str, town: Town) -> None:
    allowed = {name for name, column, may in cells(COMMANDS) if column == role and may} - NOT_LISTED
    if "member" not in role:
        allowed -= LISTED_FOR_MEMBERS
    if role in ("constituent", "department"):
        allowed -= LISTED_FOR_COMMITTEE
    async with (await town.made()).opened(town.scratch) as house:
        (help_message,) = (await house.says(BY_ROLE[role], "/help")).messages
    shown = {line.split()[0] for line in help_message.words.splitlines() if line.startswith("/")}
    assert shown == {f"/{name}" for name in allowed}


@pytest.mark.parametrize("role", BY_ROLE)
async def test_a_button_is_for_the_roles_of_its_row(role: str, town: Town) -> None:
    who, may = BY_ROLE[role], {name: may for name, column, may in cells(PRESSES) if column == role}
    async for house, name in in_fresh_houses(town, who, may):
        with naming(name):
            affairs = house.affairs()
            answer = await house.sends_data(who, f"{name}:999:999")
            assert (said("not-for-your-role") not in answer.words) is may[name], answer.words
            assert house.affairs() == affairs or (may[name] and name in ASKS_FOR_NO_NUMBER)
            if not may[name]:
                check_refused(answer)
                assert not await dialogues_of(house, who)


# --- whose letter -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("letter", "name", "may"), cells(READERS))
async def test_a_letter_is_read_by_its_writer_its_holder_and_the_office(
    letter: str, name: str, may: bool, town: Town
) -> None:
    who, number = NAMED[name], LETTERS[letter]
    async with (await town.made()).opened(town.scratch) as house:
        typed = await house.says(who, f"/letter {number}")
        pressed = await house.sends_data(who, f"letter-open:{number}")
        for answer in (typed, pressed):
            if may:
                assert f"SL-2026-00000{number}" in answer.words[0]
            else:
                check_refused(answer)


@pytest.mark.parametrize("who", [LI, ZHAO, ZHOU, QIAN], ids=lambda who: who.name)
async def test_who_reads_an_anonymous_letter_is_not_shown_who_wrote_it(who: Writer, town: Town) -> None:
    async with (await town.made()).opened(town.scratch) as house:
        seen = [await house.says(who, line) for line in (f"/letter {OF_ZHAO}", "/inbox", "/search 斑马线")]
        on_the_phone = [shown.words for shown in house.phone(who).screen.values()]
        assert not [words for words in on_the_phone if MA.name in words or str(MA.id) in words]
    assert who is LI or any("匿名群众" in words for answer in seen for words in answer.words)


@pytest.mark.parametrize("who", [LI, ZHAO, ZHOU, QIAN], ids=lambda who: who.name)
async def test_an_anonymous_letter_is_not_found_by_its_writer_s_name(who: Writer, town: Town) -> None:
    async with (await town.made()).opened(town.scratch) as house:
        (answer,) = (await house.says(who, f"/search {MA.name}")).words
        assert "SL-2026" not in answer


@pytest.mark.parametrize(("letter", "name", "may"), cells(READERS))
async def test_a_letter_is_found_by_those_who_may_read_it(letter: str, name: str, may: bool, town: Town) -> None:
    async with (await town.made()).opened(town.scratch) as house:
        answer = await house.says(NAMED[name], f"/search {MATTERS[letter]}")
        assert (f"SL-2026-00000{LETTERS[letter]}" in answer.words[0]) is may


# --- forged buttons ---------------------------------------------------------------------------------------------------

OF_THE_HOLDER = (
    *("letter-answer", "letter-ask", "letter-hand-over", "letter-settle", "letter-note", "similar", "matter-out"),
)
HAND_BACK = "letter-hand-back"
OF_THE_WRITER = ("letter-go-on", "letter-solved", "letter-urge", "letter-withdraw", "letter-withdraw-yes")
OF_LI = (
    *("visit-show:1", "visit-change:1", "visit-withdraw:1", "visit-withdraw-yes:1", "visit-photos:1", "visit-with:1"),
    *("contact:1", "contact-change:1", "contact-alter:1:name", "contact-kinds:1", "contact-set-kind:1:other"),
    *("contact-end:1", "contact-replace:1"),
)
OF_LI_S_CARDS = ("card:2", "card-issue:3", "card-delivered:2", "card-lost:2", "card-lost-yes:2", "dispute-answer:3")
OF_THE_CONTACT = ("confirm-ask:4", "confirm-true:4", "confirm-differs:4")
FORGED: tuple[tuple[Writer, str], ...] = (
    # another member, a leader, staff and a department on 李建国's letters; 李建国 on 赵明's
    *((ZHAO, f"{route}:{ARRIVED}") for route in OF_THE_HOLDER),
    *((LI, f"{route}:{OF_ZHAO}") for route in OF_THE_HOLDER),
    *((who, f"{route}:{ARRIVED}") for who in (MA, CHEN, SUN, LIU) for route in OF_THE_HOLDER),
    # anyone but the writer, the holder and the office included, on what is the writer's
    *((who, f"{route}:{ANSWERED}") for who in (MA, LI, ZHAO, ZHOU, CHEN, SUN, LIU, QIAN) for route in OF_THE_WRITER),
    *((who, f"letter-grade:{SETTLED}:helped") for who in (MA, LI, ZHAO, ZHOU, CHEN, SUN, LIU, QIAN)),
    # whoever's department it is not, on what lies with one
    *(
        (who, f"{route}:{OF_DEPARTMENT}")
        for who in (MA, LI, CHEN, SUN)
        for route in (*OF_THE_HOLDER, "letter-hand-back")
    ),
    *((LIU, f"letter-hand-back:{letter}") for letter in (ARRIVED, IN_TRIAGE)),
    (LIU, "inbox-page:unit:0:1"),
    *((who, f"letter-files:{ARRIVED}") for who in (MA, ZHAO, CHEN, SUN, LIU)),
    # 李建国's visits and contacts
    *((who, data) for who in (MA, ZHAO, ZHOU, CHEN, SUN, LIU, QIAN) for data in OF_LI),
    # 李建国's cards, and what 王秀英 alone says of his visits
    *((who, data) for who in (MA, ZHAO, ZHOU, CHEN, SUN, LIU, QIAN) for data in OF_LI_S_CARDS),
    *((who, data) for who in (MA, LI, ZHAO, ZHOU, CHEN, SUN, LIU, QIAN) for data in OF_THE_CONTACT),
    # forms are the office's to decide on
    *(
        (who, data)
        for who in (MA, LI, ZHAO, CHEN, SUN, LIU)
        for data in ("form-accept:1", "form-return:1", "form-show:1")
    ),
    # briefs: the author's, the office's, the leader's, the department's, the writer's
    *(
        (who, f"{press}:1")
        for who in (ZHAO, ZHOU, CHEN, QIAN)
        for press in ("brief", "brief-edit", "brief-hand-in", "brief-paper")
    ),
    *((who, f"{press}:2") for who in (MA, LI, CHEN, LIU) for press in ("brief-accept", "brief-return")),
    *((who, "brief:2") for who in (ZHAO, CHEN)),
    *((who, "brief-instruct:3") for who in (MA, LI, LIU)),
    *((who, f"task:{number}") for who in (MA, LI, ZHOU, CHEN, SUN) for number in (1, 2)),
    *((who, "judge:8:2:not") for who in (MA, LI, ZHAO, ZHOU, CHEN, SUN, LIU, QIAN)),
    # what waits for the office is the office's to decide on, and it has not come back to its author
    *(
        (who, f"{route}:1")
        for who in (MA, LI, ZHAO, CHEN, SUN, LIU)
        for route in ("answer-show", "answer-approve", "answer-return", "answer-reword")
    ),
    *((who, "answer-again:1") for who in (MA, LI, ZHAO, QIAN)),
    # an activity is run by the office and its unit, a reception time is taken back by its member, a talk by its guest
    *((who, f"activity-{what}:1") for who in (MA, LI, CHEN, SUN, LIU) for what in ("desk", "people", "notes", "qr")),
    *((who, f"activity-{what}:1") for who in (MA, SUN) for what in ("show", "yes", "no", "leave", "ics")),
    *((who, "slot-cancel:1") for who in (MA, ZHAO, ZHOU, QIAN)),
    *((who, "slot-release:1") for who in (MA, LI, ZHOU, QIAN)),
    # desks of others
    (LI, "inbox-page:office:0"),
    (ZHOU, "inbox-page:member:0"),
)


@pytest.mark.parametrize(("who", "data"), FORGED, ids=lambda part: getattr(part, "name", part))
async def test_a_forged_button_does_nothing_and_tells_nothing(who: Writer, data: str, town: Town) -> None:
    async with (await town.made()).opened(town.scratch) as house:
        affairs = house.affairs()
        check_refused(await house.sends_data(who, data))
        assert house.affairs() == affairs
        assert not await dialogues_of(house, who)


OF_DIALOGUES = {name: shows for name, shows in SHOWN.items() if shows.at}


@pytest.mark.parametrize("route", OF_DIALOGUES)
async def test_nobody_answers_in_someone_else_s_dialogue(route: str, town: Town) -> None:
    shows = SHOWN[route]
    async with (await town.made()).opened(town.scratch) as house:
        _, data = await show(house, shows, route)
        affairs, dialogues = house.affairs(), await dialogues_of(house, shows.who)
        for stranger in (QIAN, ZHAO, MA):
            check_refused(await house.sends_data(stranger, data))
            assert not await dialogues_of(house, stranger)
        assert house.affairs() == affairs
        assert await dialogues_of(house, shows.who) == dialogues


LISTS_OF_THE_OFFICE = {"do-cards", "paper-page"}
"""There the office reads which cards have not come back."""
ABSURD = (*("", "0", "-1", "9223372036854775808", "9" * 45, "abc", "٣", "1.0", "';--", "王秀英", "1:", "::::"),)


@pytest.mark.parametrize("argument", ABSURD, ids=lambda argument: argument or "nothing")
async def test_absurd_numbers_are_answered_and_change_nothing(argument: str, town: Town) -> None:
    async with (await town.made()).opened(town.scratch) as house:
        affairs = house.affairs()
        for name in TABLE.presses:
            answer = await house.sends_data(QIAN, f"{name}:{argument}"[:60])
            assert 1 <= len(answer.words) <= 3, (name, answer.words)
            assert not answer.others, name
            assert house.affairs() == affairs, name
            if name in LISTS_OF_THE_OFFICE:
                house.phone(QIAN).screen.popitem()
        await check_nothing_of_others(house, QIAN)


async def check_nothing_of_others(house: OpenHouse, writer: Writer) -> None:
    """Whatever was shown, the private affairs of other members are not in it."""
    words = "\n".join(shown.words for shown in house.phone(writer).screen.values())
    assert not [secret for secret in ("张三", "李四", "何苗", "1380000", "入学") if secret in words]
