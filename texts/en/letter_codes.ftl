# /mylink: a member's own code for letters.

command-mylink = Your code: people scan it and write to you
menu-mylink = 🔗 My code
letter-code =
    This is your code for letters. Whoever scans it with Telegram can write to you at once.

    Print it on your card, put it on the door of your office, or pass the link on:
    { $link }

# On the picture
letter-code-picture = Write to { $member }
letter-code-scan = Scan with Telegram, or open this address
