"""Nobody does what their role does not allow: cell by cell, from tables written here and not derived from the code."""

from collections.abc import Mapping

import pytest

from tests.clear import naming
from tests.conversations import dialogues_of
from tests.house import TABLE
from tests.rights import cells, check_refused, in_fresh_houses, said
from tests.town import CHEN, LI, LIU, MA, QIAN, SUN, ZHOU, Town
from tests.updates import Writer

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
    unsent-to                .        +      +      .      +       +             +
    unsent-cancel            .        +      +      .      +       +             +
    record-add               .        +      +      .      .       .             +
    recordadd-submit         .        +      +      .      .       .             +
    recordadd-cancel         .        +      +      .      .       .             +
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
    report-hand-in           .        +      .      .      .       .             +
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
    appraisal-files          .        .      +      .      .       .             +
    appraisal-close          .        .      +      .      .       .             +
    appraisal-close-yes      .        .      +      .      .       .             +
    appraisal-withdraw       .        .      +      .      .       .             +
    appraisal-withdraw-yes   .        .      +      .      .       .             +
    pick-list                .        .      +      +      .       .             +
    pick-yes                 .        .      +      .      .       .             +
    pick-no                  .        .      +      .      .       .             +
    pick-add                 .        .      +      .      .       .             +
    talk-new                 .        .      +      .      .       .             +
    talk-show                .        .      +      .      .       .             +
    talk-cancel              .        .      +      .      .       .             +
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

BY_ROLE: Mapping[str, Writer] = dict(zip(HEAD.split(), ROLES, strict=True))


# --- roles ------------------------------------------------------------------------------------------------------------


def test_every_command_and_every_button_has_its_row() -> None:
    assert {name for name, _, _ in cells(COMMANDS)} == TABLE.commands.keys()
    assert {name.partition(":")[0] for name, _, _ in cells(PRESSES)} == {
        name for name in TABLE.presses if not name.startswith("do-")
    }


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
