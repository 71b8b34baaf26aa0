### 通用的话和按钮

button-named = 实名
button-anonymous = 匿名
button-submit = 提交
button-cancel = 取消
button-done = 完成
button-answer = 回复
button-hand-over = 转交
button-settle = 办结
button-back = 返回
button-yes = 是
button-no = 否
button-more = 更多

cancelled = 好的，已经取消。
nothing-to-cancel = 现在没有正在办的事。发送 /help 可以看看能做什么。
step-is-over = 这一步已经办完或取消了，不用再按。
unknown-button = 这个按钮已经失效。请发送 /help 看看能做什么。
unknown-command = 没有“{ $command }”这个命令。请发送 /help 看看能做什么。
not-for-your-role = 这项功能不对您的身份开放。如需开通，请联系政协办公室。
write-to-me-privately = 请点我的头像，在私聊里办理，以免您的信息被别人看到。
sorry-we-could-not-handle-this = 抱歉，您刚才发的内容我们没能处理好。内容已经保存，政协办公室会查看，请您稍后再试。

## 打字说出按钮时，同样算数的说法（用逗号隔开）

button-done-said = 写完,写好,好了,完了,没有了,就这些,说完,发完,提交,发送
button-submit-said = 发送,发出,发出去,确认,确定,可以,没问题,交
button-named-said = 写名字,署名,用真名,真名
button-anonymous-said = 不写名字,不署名,不留名,匿名群众
button-cancel-said = 算了,不写了,不要了,放弃
button-skip-said = 不写,没有,不用了,没有了,算了

### 需要有人处理的事，告诉办公室

trouble-parked = 有 { $count } 条收到的消息没能处理好，都已保存，没有丢失（等待重新处理的共 { $altogether } 条）。请联系系统维护人员：先运行 lianxin doctor 查看，修好后运行 lianxin doctor --retry-parked。
trouble-unsent = 有 { $count } 条消息超过一刻钟还没有发出去：Telegram 暂时不收。消息都已保存，恢复后会自动补发。若一直不好，请联系系统维护人员。
trouble-unsent-over = 前面没有发出去的消息，现在都已发出。
trouble-refused = 近一天有 { $count } 条消息 Telegram 拒收，不会再发。请联系系统维护人员查看日志。
trouble-refused-over = 近一天没有再出现拒收的消息。
trouble-disk = 服务器的硬盘快满了，只剩 { $megabytes } MB。满了以后收不了来信，请尽快联系系统维护人员清理。
trouble-disk-over = 服务器的硬盘空间已经够用了。
