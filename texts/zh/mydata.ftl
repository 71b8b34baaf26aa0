### 我的资料；删除资料；保存时间

command-mydata = 看看这里存了我哪些资料
command-forget = 删除我的资料
mydata-is-here = 这里存的您的全部资料都在这个文件里，请点开看。里面有您的个人信息，请不要转发给别人。
mydata-title = 我的资料
mydata-head = { $committee }，{ $at }。以下是这里存的与您有关的全部资料。
mydata-value = { $value }

button-forget = 删除我的资料
button-forget-not = 不删除
button-forget-all = 撤回来信，现在删除
button-forget-later = 等办结后再说
forget-sure =
    <b>要删除您的资料吗？删了不能恢复。</b>
    马上删除：姓名、电话、Telegram 号码、没写完的内容、发给您的消息记录。您以后再来，就是新朋友。
    过 { $days } 天删除：已办结来信的文字和附件。这之前按匿名保存，备查。
    一直保留：来信的数量和办理经过（没有姓名和文字），用于统计；委员登记联系对象时自己写下的资料，请找委员更正。
    已经发到别人手机上的消息，我们收不回来。
forget-open-letters =
    您有 { $count } 封来信还没办结：{ $numbers }。删除资料后，我们就没法把结果告诉您了。
    您可以等办结后再删除，也可以现在撤回这些来信，马上删除（姓名、电话等马上删，文字过 { $days } 天删）。删了不能恢复。
forget-not-now = 好的，什么都没有删除。
forget-not-for-roles =
    您在这里有职务（委员、办公室、领导或单位），履职记录要按委员会的规定保存，不能在这里删除。
    卸任以后请联系政协办公室。用 /mydata 可以看到存了哪些资料。
forget-letters-are-open = 您还有 { $count } 封来信没有办结。请再发 /forget，选择撤回或等办结。
forgotten = 您的资料已经删除。谢谢您来信，欢迎随时再来。
forgotten-but-for-ban = 您的资料已经删除。因为来信还在停用期，只留下您的 Telegram 号码，到期后自动删除。
letter-taken-back-for-good = { $who }撤回了来信 { $number }，不用再办了。
mydata-column = { $name ->
        [id] 编号
        [telegram_id] Telegram 号码
        [name] 姓名
        [phone] 电话
        [language] 语言
        [created_at] 登记时间
        [joined_at] 加入时间
        [number] 来信编号
        [topic] 主题
        [state] 状态
        [text] 内容
        [received_at] 收到时间
        [answered_at] 答复时间
        [settled_at] 办结时间
        [written_at] 写信时间
        [happened_at] 时间
        [kind] 类型
        [reason] 原因
        [content_json] 发给您的话
        [sent_at] 发出时间
        [address] 住址
        [is_anonymous] 是否匿名
        [helped] 评价
        [helped_words] 评价的话
        [note] 记录
        [happened_on] 日期
        [role] 身份
        [side] 哪一方
        [details_json] 详情
        [draft_json] 没写完的内容
        [registered_on] 登记日期
       *[other] 其他
    }
mydata-table = { $name ->
        [people] 您的基本资料
        [roles] 身份
        [unit_people] 所属单位
        [members] 委员资料
        [letters] 来信
        [letter_entries] 来信内容
        [letter_events] 来信经过
        [letter_notes] 内部备注
        [answer_drafts] 送审的答复
        [snippets] 常用语
        [roster_files] 发来的名单
        [letter_records] 代录的来信
        [record_tellings] 电话告知记录
        [openings] 查看署名的记录
        [bans] 停用记录
        [pauses] 暂停记录
        [contacts] 联系对象登记
        [visits] 走访
        [good_deeds] 实事
        [group_visits] 集中走访
        [diary_entries] 履职日记
        [yearly_summaries] 年度小结
        [appraisals] 公布的考核
        [appraised_members] 考核得分
        [appraisal_objections] 考核异议
        [appraisal_picks] 评优、谈话名单
        [appraisal_talks] 教育谈话
        [visit_confirmations] 走访确认
        [forms] 登记表
        [briefs] 社情民意信息
        [brief_events] 信息办理记录
        [brief_feedback] 对办理结果的评价
        [matters] 并案
        [matter_letters] 并案的来信
        [publications] 公开
        [activities] 活动
        [activity_people] 参加的活动
        [activity_notes] 活动记录
        [pool_people] 群众代表库
        [slot_bookings] 预约
        [lecture_orders] 讲堂预约
        [dialogues] 正在办的事
        [searches] 查找记录
        [albums] 相册
        [invitations] 邀请
        [reminders] 提醒
        [due_lines] 待发的提醒
        [audit] 操作记录
        [outbox] 发给您的消息
       *[other] 其他
    }（{ $count } 条）
