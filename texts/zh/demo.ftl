### 演示：终端里看到的话

## 演示里的人（聊天页上的标签）

demo-constituent = 群众
demo-member = 委员 · { $sector }
demo-office = 办公室
demo-leader = 主席会议成员
demo-department = 承办单位
demo-member-named = { $name }（{ $sector }）

## 启动和结束

demo-welcome =
    连心桥 · 演示（{ $committee }，人物和事情都是虚构的）

      聊天页：{ $url }
      现在是 { $now }。页面上方可以把时钟往后拨，到期的提醒随即发出。

      群众　　　　　{ $constituents }
      委员　　　　　{ $members }
    { $others }
      政协办公室　　{ $office }
      主席会议成员　{ $leader }
      承办单位　　　{ $department }
      尚未加入　　　{ $invited }（办公室可以邀请：/invite 委员 { $invited }）、{ $absent }

      可以试试：王秀英发送 /write 李建国；李建国发送 /quota；周敏发送 /inbox。
demo-more-members = { "" }  　　　　　　　{ $members }
demo-runs-until-stopped = 演示正在运行。按 Ctrl-C 结束，什么都不会留下。
demo-port-is-not-free = 端口 { $port } 用不了，可能已被别的程序占用。请换一个，例如 --port 8090；写 --port 0 则自动选择。

## 全程演示

tour-step = 第 { $number } 步　{ $title }
tour-seen = ✓ 都看到了
tour-not-seen =
    ✗ { $who }没有看到：{ $wanted }
      聊天里最后是：
    { $instead }
tour-without = 不带“{ $word }”的内容
tour-nowhere = （{ $name }的聊天里，任何地方都没有出现“{ $word }”。）
tour-all-seen = 全程 { $all } 步，都看到了。
tour-some-not-seen = 全程 { $all } 步，看到 { $seen } 步。
tour-without-reminders = 这个方案没有给委员规定数量，所以没有每月提醒。

tour-day = { $day }
tour-bot = 连心桥
tour-reply = （回复这条消息）{ $text }
tour-photo = （照片）{ $caption }
tour-picture = （图片）
tour-kind-photo = 图片
tour-blocks = { $name } ▸ （停用了机器人）
tour-clock-moved = ⏩ 时钟拨到 { $now }

tour-invitation = 办公室邀请一位委员加入
tour-letter = 群众写信，附一张照片
tour-answer = 委员回复来信
tour-follow-up = 群众接着补充
tour-end = 委员办结，群众评价
tour-anonymous = 匿名来信，委员看不到是谁
tour-visit = 一句话记下走访和实事
tour-mistyped = 名字打错了，日期记错了：问一句，改过来
tour-quota = 今年的履职进度，文字和图
tour-reminder = 到了每月提醒的日子
tour-summary = 办公室收到汇总，知道谁没有收到
tour-lamp-letters = 三位群众来信反映同一盏路灯
tour-lamp-gathered = 相似的来信并在一起
tour-lamp-brief = 写成社情民意信息，报送并采用
tour-lamp-assigned = 领导批示，交办到承办单位
tour-lamp-chased = 过了期限催办，承办单位答复
tour-lamp-result = 结果反馈给三位来信人，有人不满意，退回再办
tour-lamp-again = 承办单位再办一次，结果再次反馈，三位都满意
