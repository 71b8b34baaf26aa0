// Every word the page itself says, in Chinese and English. What people and the bot wrote is never translated.

const WORDS = {
  zh: {
    title: "连心桥", subtitle: "本机演示", otherLanguage: "English", otherLanguageShort: "EN",
    people: "人员与群组", chats: "群与频道", others: "其他", search: "查找姓名或身份", chosenOf: "已并排 {n} 部，最多 {most} 部",
    phones: "手机", openChats: "这部手机上的对话", phoneOf: "{name}的手机", closePhone: "收起这部手机", phoneMenu: "手机菜单",
    reader: "读者", nobody: "请在左边名单里选择要并排显示的手机。", tooMany: "最多并排 {most} 部手机，请先收起一部。",
    clock: "沙盒时钟", plusHour: "+1 小时", plusDay: "+1 天", plusMonth: "+1 个月", plusHourShort: "+1时", plusDayShort: "+1天", plusMonthShort: "+1月", resetClock: "回到现在",
    offline: "与服务器的连接断了，正在重新连接…", unreachable: "服务器没有回应",
    messages: "消息", jumpDown: "看最新消息", today: "今天", yesterday: "昨天",
    empty: "还没有消息", about: "这个机器人能做什么？", start: "开始", bot: "机器人",
    blocked: "您已停用这个机器人，它不能再给您发消息。", block: "停用机器人", unblock: "恢复使用", restart: "重新发送 /start",
    write: "写消息…", send: "发送", attach: "添加附件", record: "录音", stopRecording: "停止并发送", cancelRecording: "放弃录音",
    recording: "正在录音 {time}", noMicrophone: "这台设备不能录音，可以改为上传语音文件。",
    pickPhoto: "照片或视频", pickFile: "文件", pickVoice: "语音文件", pickLocation: "位置", removeFile: "移除 {name}",
    latitude: "纬度", longitude: "经度", cancel: "取消", ok: "知道了", keyboard: "快捷按钮", commands: "可用命令",
    replyTo: "回复 {name}", editing: "修改消息", captionHint: "写说明…", readOnly: "频道只能阅读",
    reply: "回复", edit: "修改", remove: "删除", forward: "转发", copy: "复制文字", react: "回应 {emoji}", messageMenu: "消息菜单",
    forwardTo: "转发到", copied: "已复制", edited: "已修改", forwarded: "转发自 {name}", via: "来自 {name}",
    photo: "照片", album: "相册（{n} 张）", voice: "语音", audio: "音频", video: "视频", videoNote: "视频留言", animation: "动图",
    document: "文件", location: "位置", contact: "联系人", poll: "投票", sticker: "表情", dice: "骰子", unknown: "暂不能显示的消息",
    play: "播放", pauseSound: "暂停", openPhoto: "看大图", download: "下载", showSpoiler: "显示隐藏的文字",
    votes: "{n} 票", anonymousPoll: "匿名投票", openPoll: "公开投票", quiz: "问答", closedPoll: "已结束",
    typing: "正在输入", uploading: "正在发送文件", recordingVoice: "正在录音", pinned: "置顶消息",
    noAnswer: "机器人没有回应这个按钮。", linkCopied: "复制：{text}", unsupported: "这个按钮在沙盒里不能用。",
    joined: "{names} 加入了群组", left: "{name} 离开了群组", pinnedBy: "{name} 置顶了一条消息", created: "群组已建立", titled: "名称改为“{title}”",
    topicCreated: "新话题：{name}", topicEdited: "话题改名：{name}", topicClosed: "话题已关闭", topicReopened: "话题已重新打开",
    service: "系统消息", allTopics: "全部", general: "综合",
  },
  en: {
    title: "Lianxin", subtitle: "local demo", otherLanguage: "中文", otherLanguageShort: "中",
    people: "People and groups", chats: "Groups and channels", others: "Others", search: "Find a name or role", chosenOf: "{n} side by side, {most} at most",
    phones: "Phones", openChats: "Chats on this phone", phoneOf: "Phone of {name}", closePhone: "Put this phone away", phoneMenu: "Phone menu",
    reader: "Reader", nobody: "Choose phones in the list to show them side by side.", tooMany: "At most {most} phones side by side: put one away first.",
    clock: "Sandbox clock", plusHour: "+1 hour", plusDay: "+1 day", plusMonth: "+1 month", plusHourShort: "+1h", plusDayShort: "+1d", plusMonthShort: "+1m", resetClock: "Back to now",
    offline: "Connection lost, reconnecting…", unreachable: "The server does not answer",
    messages: "Messages", jumpDown: "Latest messages", today: "Today", yesterday: "Yesterday",
    empty: "No messages yet", about: "What can this bot do?", start: "START", bot: "bot",
    blocked: "You stopped this bot: it can no longer write to you.", block: "Stop the bot", unblock: "Use the bot again", restart: "Send /start again",
    write: "Write a message…", send: "Send", attach: "Attach", record: "Record", stopRecording: "Stop and send", cancelRecording: "Discard the recording",
    recording: "Recording {time}", noMicrophone: "This device cannot record; a voice file can be uploaded instead.",
    pickPhoto: "Photo or video", pickFile: "File", pickVoice: "Voice file", pickLocation: "Location", removeFile: "Remove {name}",
    latitude: "Latitude", longitude: "Longitude", cancel: "Cancel", ok: "OK", keyboard: "Quick buttons", commands: "Commands",
    replyTo: "Reply to {name}", editing: "Edit message", captionHint: "Write a caption…", readOnly: "This channel is read-only",
    reply: "Reply", edit: "Edit", remove: "Delete", forward: "Forward", copy: "Copy text", react: "React {emoji}", messageMenu: "Message menu",
    forwardTo: "Forward to", copied: "Copied", edited: "edited", forwarded: "Forwarded from {name}", via: "via {name}",
    photo: "Photo", album: "Album ({n})", voice: "Voice", audio: "Audio", video: "Video", videoNote: "Video note", animation: "Animation",
    document: "File", location: "Location", contact: "Contact", poll: "Poll", sticker: "Sticker", dice: "Dice", unknown: "A message this page cannot show",
    play: "Play", pauseSound: "Pause", openPhoto: "Open photo", download: "Download", showSpoiler: "Show hidden text",
    votes: "{n} votes", anonymousPoll: "Anonymous poll", openPoll: "Public poll", quiz: "Quiz", closedPoll: "closed",
    typing: "typing", uploading: "sending a file", recordingVoice: "recording", pinned: "Pinned message",
    noAnswer: "The bot did not answer this button.", linkCopied: "Copy: {text}", unsupported: "This button does not work in the sandbox.",
    joined: "{names} joined the group", left: "{name} left the group", pinnedBy: "{name} pinned a message", created: "Group created", titled: "Renamed “{title}”",
    topicCreated: "New topic: {name}", topicEdited: "Topic renamed: {name}", topicClosed: "Topic closed", topicReopened: "Topic reopened",
    service: "Service message", allTopics: "All", general: "General",
  },
};

export const language = localStorage.getItem("language") === "en" ? "en" : "zh";
export const locale = language === "zh" ? "zh-CN" : "en-GB";

/** The words for `key`, with `{name}` places filled in. */
export function t(key, values = {}) {
  return WORDS[language][key].replace(/\{(\w+)\}/g, (_, name) => values[name]);
}

/** Reloading is what makes sure that no word of the other language stays behind. */
export function switchLanguage() {
  localStorage.setItem("language", language === "zh" ? "en" : "zh");
  location.reload();
}
