### 演示：终端里看到的话

## 演示里的人（聊天页上的标签）

demo-constituent = 群众
demo-member = 委员 · { $sector }
demo-office = 办公室
demo-leader = 主席会议成员
demo-department = 承办单位
demo-staff = 政协工委
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
      政协工委　　　{ $staff }
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

tour-day = { $day }
tour-bot = 连心桥
tour-reply = （回复这条消息）{ $text }
tour-photo = （照片）{ $caption }
tour-scan = （用手机扫二维码）
tour-chapters = 各个方案另有一章，看看同样的人在别的规则下怎样做：加上 --scheme 方案名。有：{ $schemes }
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
tour-diary = 履职日记：走访和答复自动记入，补写一句
tour-invited = 举办协商会：轮流邀请群众代表，委员请假
tour-held = 前一天提醒，现场扫码签到，会后评议
tour-totals = 办公室汇总全体进度，发布季度通报
tour-public-consent = 办结、评价，来信人同意公开
tour-public-post = 办公室审核：电话已遮住，发到公开频道
tour-public-goes-on = 事情又有变化，公开的帖子跟着更新
tour-public-read = 读到的人按“写信给委员”
tour-jingjiang-card = 服务卡送到联系对象手中，扫码确认
tour-jingjiang-visits = 每年上门三次、实事一件，对方核对属实
tour-jingjiang-form = 登记表：4月15日前报送，办公室知道谁没有交
tour-jingjiang-november = 11月30日寄送服务卡，提前两周提醒
tour-baokang-links = 主席会议成员“三联”：一个村、五名委员、十名界别群众
tour-baokang-people = 每年走访十位不同的人：同一个人只算一次
tour-baokang-invited = 群众代表库：轮流邀请群众代表参加提案见面会
tour-baokang-heard = 发言权、建议权、评议权
tour-xishan-calendar = 年度活动安排，与自己有关的标出来
tour-xishan-enterprise = 走进企事业单位
tour-xishan-studio = 委员工作室，有地址可找
tour-xishan-reception = 委员接待日，群众预约
tour-xishan-units = 各单位每年一到两次服务活动、一个工作室
tour-ordos-figures = 没有规定数量：只记录，不算任务
tour-ordos-grid = 与网格员结对，记下听到的事
tour-ordos-topic = 带普遍性的问题，成为协商议题
tour-ordos-lecture = 委员讲堂：社区点题，委员接单
tour-example-figures = 自己定的数量
tour-example-together = 集中走访，各自签到，计入走访
tour-example-summary = 年底前提醒，年度小结自动汇总
