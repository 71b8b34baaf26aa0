### 密钥：数据库里的个人信息怎样加密

cli-help-keys = 密钥
cli-help-keys-new = 做一份新的密钥文件
cli-help-keys-rotate = 换一把新密钥，把数据库里的个人信息重新加密（请先停下机器人）
cli-help-keys-list = 列出各把密钥从什么时候起使用

keys-made = 已做好密钥文件 { $file }。请另存一份，不要和备份放在一起：没有它，数据库和备份都读不出来。
keys-rotated = 已全部用密钥 { $current } 加密，改写 { $count } 行。请把新的密钥文件另存一份；旧备份还要用旧密钥，不要删去。
keys-current = { $key }：正在使用，从 { $since } 起
keys-old = { $key }：旧密钥（从 { $since } 起用过），旧备份要用它
keys-unfinished = { $key }：正在使用，从 { $since } 起；还没有全部换好，请再运行 lianxin keys rotate
keys-unused = { $key }：这个数据库没有用到

key-file-missing = security.key_file：没有 { $file }。请把另存的密钥文件放回原处；新装的请运行 lianxin keys new
key-file-is-there = { $file }：密钥文件已经有了，不覆盖。要换密钥请运行 lianxin keys rotate
key-file-open-to-others = { $file }：密钥文件别人也能读，请运行 chmod 600 { $file }
key-file-broken = { $file }：不是完整的密钥文件（{ $why }），请换回另存的那一份
key-file-not-named = security.key_file：还没有填，请在配置里写上密钥文件的名字
key-needed = 数据库是加密的，请在 security.key_file 填上密钥文件
key-not-in-ring = 密钥文件里没有密钥 { $key }，而数据库要用它：请换回正确的密钥文件
key-ring-wrong = 密钥文件不是这个数据库的：请换回正确的密钥文件
seal-broken = 有一处加密的内容用密钥 { $key } 打不开：被改动过，或密钥文件不是这个数据库的
database-not-sealed-yet = 配置了密钥，而数据库还没有（全部）加密：请停下机器人，运行 lianxin keys rotate

check-keys = 个人信息：已加密，密钥 { $count } 把，正在使用 { $current }
check-keys-none = 个人信息：没有加密，拿到数据库文件的人都能读。填上 security.key_file，再运行 lianxin keys new 和 lianxin keys rotate
doctor-rotation-unfinished = 个人信息：还没有全部换成密钥 { $key }，请停下机器人，运行 lianxin keys rotate
