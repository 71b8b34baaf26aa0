### Keys: how personal data in the database is encrypted

cli-help-keys = keys
cli-help-keys-new = make a new key file
cli-help-keys-rotate = encrypt the personal data in the database with a new key (stop the bot first)
cli-help-keys-list = list the keys and since when each is in use

keys-made = Made the key file { $file }. Keep a copy, apart from the backups: without it neither database nor backups can be read.
keys-rotated = Everything is encrypted with key { $current } now; rows changed: { $count }. Keep a copy of the new key file; older backups need the older keys, leave them in it.
keys-current = { $key }: in use since { $since }
keys-old = { $key }: an older key (in use since { $since }), which older backups need
keys-unfinished = { $key }: in use since { $since }; not everything is encrypted with it yet, run lianxin keys rotate again
keys-unused = { $key }: not used by this database

key-file-missing = security.key_file: there is no { $file }. Put your copy of the key file back; in a new house run lianxin keys new
key-file-is-there = { $file }: there is a key file already, left as it is. For a new key run lianxin keys rotate
key-file-open-to-others = { $file }: others can read the key file; run chmod 600 { $file }
key-file-broken = { $file }: not a whole key file ({ $why }); put your copy back
key-file-not-named = security.key_file: not set; name the key file in the configuration
key-needed = the database is encrypted; name its key file in security.key_file
key-not-in-ring = the key file has no key { $key }, which the database needs: put the right key file back
key-ring-wrong = the key file is not this database’s: put the right key file back
seal-broken = something can’t be decrypted with key { $key }: it was changed, or the key file is not this database’s
database-not-sealed-yet = a key is configured, and the database is not (all) encrypted yet: stop the bot and run lianxin keys rotate

check-keys = personal data: encrypted, { $count } keys, { $current } in use
check-keys-none = personal data: not encrypted, readable to whoever gets the database. Set security.key_file, then run lianxin keys new and lianxin keys rotate
doctor-rotation-unfinished = personal data: not all of it is encrypted with key { $key } yet; stop the bot and run lianxin keys rotate
