### The service card (what stands on it is the software's own default: no document says it)

card-paper-title = Service card of a CPPCC member
card-paper-member = Member
card-paper-sector = Sector
card-paper-contact = For
card-paper-scan = Scan with your phone to write to the member and to check each visit.
card-paper-day = Date
card-paper-what = What was done
card-paper-sign = Signature
