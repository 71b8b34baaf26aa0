### 政协办公室：邀请、名单、导出

command-invite = 邀请委员和工作人员

invite-which-role = 要邀请的人是什么身份？
invite-role-unknown = 请点一个身份，或写：委员、主席会议成员、政协办公室、工作人员、承办单位。
invite-whom = 身份：{ $role }。请发来他（她）的姓名。
invite-which-unit = { $name }在哪个单位工作？请点一个，或发来单位的名称。
invite-which-department = { $name }在哪个承办单位？请点一个，或发来单位的名称。
button-unit = { $name }
invitation-unit-is-new = 单位“{ $unit }”是新加的，请核对名称。链接只能用一次。
invitation-made = 邀请已做好。请把下面这条消息转发给{ $name }（{ $role }）。{ $note }
invitation-name-is-known = 链接只能用一次，请勿转给别人。
invitation-name-is-new = 名单里原来没有{ $name }，已新建。链接只能用一次。
invitation-sector-follows = 名单里还没有{ $name }的界别，加入后先空着，导入委员名单时补上。链接只能用一次。
invitation-to-forward = { $name }，{ $committee }邀请您加入“连心桥”，身份：{ $role }。

    请点这个链接，再点“开始”：
    { $link }

    链接只能用一次，{ $days } 天内有效。

doing-invite = 邀请

row-name-missing = 第 { $row } 行：缺姓名
row-name-too-long = 第 { $row } 行：姓名超过 { $limit } 字
row-name-is-no-name = 第 { $row } 行：“{ $typed }”不是姓名
row-day-not-readable = 第 { $row } 行：{ $column }“{ $typed }”看不懂，请写成 2026-07-01
row-session-not-readable = 第 { $row } 行：届、次“{ $typed }”看不懂，请写数字，例如 15
row-session-unknown = 第 { $row } 行：第 { $term } 届{ $session ->
        [0] {""}
       *[other] 第 { $session } 次会议
    }还没有登记开始的日期，请写上任职日期，或先用 lianxin session 登记
row-left-before-joining = 第 { $row } 行：离任日期早于任职或届中加入日期
row-left-in-the-future = 第 { $row } 行：{ $name }的离任日期还没有到，请到时再登记
row-left-unknown = 第 { $row } 行：{ $name }不在现有名单（或这个单位）里，不能登记离任
row-sector-missing = 第 { $row } 行：缺界别
row-phone-not-readable = 第 { $row } 行：“{ $typed }”不是电话号码
row-standing-unknown = 第 { $row } 行：不认识类别“{ $typed }”，应为：{ $choices }
row-neither-yes-nor-no = 第 { $row } 行：常委一栏应为“是”或“否”，现为“{ $typed }”
row-twice = 第 { $row } 行：{ $name }与第 { $other } 行重复；如是同名的两位，请都写上不同的手机号
row-unit-missing = 第 { $row } 行：缺单位
row-unit-is-no-name = 第 { $row } 行：“{ $typed }”不是单位名称，或超过 { $limit } 字
row-kind-unknown = 第 { $row } 行：不认识单位类别“{ $typed }”，应为：{ $choices }
row-kind-missing = 第 { $row } 行：{ $unit }是新单位，看不出是哪一类，请加一栏“单位类别”，写：{ $choices }
row-unit-of-two-kinds = 第 { $row } 行：{ $unit }的单位类别与第 { $other } 行不一样
row-unit-is-other-kind = 第 { $row } 行：{ $unit }已有，承办单位和政协的单位不能互改
row-post-too-long = 第 { $row } 行：职务超过 { $limit } 字
row-in-two-units = 第 { $row } 行：{ $name }（{ $unit }）与第 { $other } 行（{ $other_unit }）同名；请在两行都写上手机号：同号为一人兼两处，不同号为两人
row-means-several = 第 { $row } 行：已有 { $count } 位叫{ $name }，分不清是哪一位，请写上已登记的手机号

sheet-headings-missing = 表里没有找到这些栏目：{ $lacking }
sheet-heading-twice = “{ $heading }”这一栏出现了两次，像是左右并排的两份名单。请接成上下一份再导入
sheets-several = 文件里有几张表都有名单（第 { $places } 张）。请合成一张，或只留一张再发
sheet-lists-nobody = 表里只有栏目，没有人员
sheet-missing = 没有这个文件：{ $file }
sheet-ending-unknown = { $file }：应为这些格式之一：{ $endings }
sheet-too-large = { $file }：文件太大（或解开后太大），最多 { $limit } MB
sheet-not-readable = { $file }：不是能读的表格，可能已损坏。请用 Excel 或 WPS 打开，另存为 .xlsx 再试
sheet-is-locked = { $file }：表格有密码，请去掉密码后再导入

table-ending-unknown = { $file }：应为这些格式之一：{ $endings }
table-not-writable = { $file }：写不进去（{ $why }）
table-too-long = 超过 { $limit } 行，Excel 放不下，请导出为 .csv 或 .json

column-number = 编号
column-letter-kind = 来信类型
column-received-at = 收到时间
column-state = 状态
column-writer = 来信人
column-member = 委员
column-sector = 界别
column-unit = 政协工委
column-topic = 主题
column-answered-at = 首次答复时间
column-settled-at = 办结时间
column-outcome = 办理结果
column-held-by-unit = 承办单位
column-helped = 群众评价
column-happened-on = 走访日期
column-contact = 联系对象
column-visit-kind = 方式
column-note = 内容
column-good-deeds = 实事
column-logged-at = 登记时间
column-visit-state = 状态
column-confirmed = 核实
column-name = 姓名
column-phone = 手机
column-standing = 类别
standing-regular = 委员
standing-special = 特邀委员
standing-resident = 省市委员
standing-township = 镇级特邀委员
column-standing-committee = 常委
column-office = 职务
column-began-on = 任职日期
column-term = 届
column-session = 次
column-joined-on = 届中加入日期
column-left-on = 离任日期
column-post = 职务
column-unit-kind = 单位类别
column-joined-at = 加入时间
column-contact-kind = 类别
column-address = 工作单位或住址
column-registered-on = 登记日期
column-ended-on = 结束日期
column-ended-because = 结束原因
column-replaces = 接替

cell-anonymous = 匿名群众
cell-yes = 是
cell-no = 否
cell-leader = 主席会议成员
cell-visit-stands = 有效
cell-visit-withdrawn = 已撤回
cell-visit-corrected = 已更正
cell-confirmed-by-contact = 联系对象确认属实
cell-confirmed-by-staff-from-paper = 工作人员按纸卡录入
cell-confirmed-disputed = 联系对象认为有出入
cell-confirmed-by-nobody = 未核实
