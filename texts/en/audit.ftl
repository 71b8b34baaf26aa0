### The audit log

cli-help-audit = the audit log
cli-help-audit-verify = check that the audit log is whole

audit-whole = The audit log is whole: { $count } rows.
audit-older = { $count } of them are older than this check, and can’t be checked.
audit-broken = The audit log does not fit from row { $row } on: this row, or one before it, was changed, put in or taken out.
audit-cut = The end of the audit log is missing: of what was written { $count } rows are left.

command-audit = The audit log: who did what
audit-page =
    <b>Audit log</b> (newest first)

    { $lines }
audit-empty = Nothing has been written down yet.
audit-line = { $at }  { $who }: { $what } { $numbers }
audit-command-line = command line
audit-nobody = someone merged

audited-invited = sent an invitation
audited-joined = joined by an invitation
audited-exported = exported
audited-scheme-changed = changed the scheme
audited-session-recorded = recorded a session
audited-invited-members = invited members in bulk
audited-imported-members = imported members
audited-backup = backed up the database
audited-press-triage-to = gave a letter to a member
audited-press-triage-choose = gave a letter to a member
audited-step-triage-whom = gave a letter to a member
audited-press-triage-keep = kept a letter
audited-step-triage-why = returned a letter
audited-press-triage-mark = marked a letter
audited-press-triage-post = posted a letter to the members’ group
audited-command-assign = assigned a letter
audited-press-letter-open = read a letter
audited-command-letter = read a letter
audited-step-reply-text = answered a letter
audited-reply = answered a letter
audited-press-settle-now = settled a letter
audited-step-settle-words = settled a letter
audited-press-handover-now = handed a letter over
audited-step-handover-why = handed a letter over
audited-press-form-accept = accepted a form
audited-step-formreturn-reason = returned a form
audited-press-merge = merged letters
audited-press-matter-out = took a letter out of a matter
audited-press-publish-now = published a letter
audited-press-publish-no = did not publish a letter
audited-step-publish-words = rewrote what is published
audited-edit = edited a message
