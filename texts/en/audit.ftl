### The audit log

cli-help-audit = the audit log
cli-help-audit-verify = check that the audit log is whole

audit-whole = The audit log is whole: { $count } rows.
audit-older = { $count } of them are older than this check, and can’t be checked.
audit-broken = The audit log does not fit from row { $row } on: this row, or one before it, was changed, put in or taken out.
audit-cut = The end of the audit log is missing: of what was written { $count } rows are left.
