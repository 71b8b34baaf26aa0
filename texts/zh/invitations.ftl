### 邀请

role-office = 政协办公室
role-member = 委员
role-leader = 主席会议成员
role-staff = 工作人员
role-department = 承办单位
role-of-unit = { $unit } { $role }
invitation-has-no-unit = 身份是“{ $role }”的人不用写单位。
invitation-unit-is-of-other-kind = “{ $unit }”的类别不对：工作人员请选政协工委等单位，承办单位请选承办部门。
unit-name-is-no-name = 请写单位的名称，不超过 { $limit } 字。
unit-has-nobody = { $unit }还没有人开通，信送不到。请先请办公室邀请他们的人加入（/invite），或另选一家。
unit-is-unknown = 没有这个单位了，请另选一个。

invitation-unknown = 这个邀请链接无效，可能没有复制完整。请向政协办公室核对。
invitation-used = 这个邀请链接已经有人用过了。每个链接只能用一次，请向政协办公室另要一个。
invitation-expired = 这个邀请链接已于{ $expired }到期。请向政协办公室另要一个。
too-many-wrong-codes = 您输入的链接多次不对，请在{ $until }以后再试，或向政协办公室另要一个。
invitation-for-someone-else = 这个邀请是给别人的，您已经以“{ $name }”加入。请把链接转发给本人。
invited-person-joined = { $name }已接受邀请加入，身份：{ $role }。

name-means-several = 有几位都叫“{ $name }”，请在姓名后面空一格，再写界别、政协工委或手机尾号：

    { $people }
one-of-several = { $name } { $sector } { $unit } 尾号 { $phone }
name-is-no-name = 请写一个姓名，不超过 { $limit } 字。
invite-button-all = 全部未加入的委员
invite-button-all-units = 全部未加入的单位人员
invite-nobody-left = 没有还未加入的人了。要按单位邀请，请写：/invite 全部 单位名称；单位人员请写：/invite 单位人员 单位名称
invitation-slips-of-units =
    { $count } 位单位人员还没有加入，邀请单已做好，一页八张，请打印裁开，各交本人。

    每张只能本人用一次，{ $until }前有效。以前做给他们、还没有用的邀请，都已作废。
invitation-slips =
    { $count } 位委员还没有加入，邀请单已做好，一页八张，请打印裁开，各交本人。

    每张只能本人用一次，{ $until }前有效。以前做给这些委员、还没有用的邀请，都已作废。
slip-title = 加入“连心桥”
slip-scan = 请用 Telegram 或手机相机扫码，再点“开始”。
slip-once = 限本人使用一次，请勿转给别人。
slip-until = { $until }前有效

revoke-nobody = 没有叫“{ $name }”的{ $role }
revoke-not-for-members = 委员离任请写在名单的“离任日期”一栏，再运行 lianxin import members
revoke-last-of-office = { $name }是办公室里唯一已加入的人，收回以后来信没有人看。请先运行 lianxin invite office 邀请接手的人，等对方加入
role-was-revoked = 您的“{ $role }”身份已经收回，有关的按钮不能再用。如有疑问，请联系政协办公室。发送 /start 看看现在能做什么。
