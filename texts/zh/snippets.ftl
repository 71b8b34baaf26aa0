### 常用语：写好一次，回复时按一下就用

command-snippet = 常用语
menu-snippet = 🗒 常用语
doing-snippet = 写常用语
button-snippets = 常用语
button-snippet = { $title }
button-snippet-shared = { $title }（公用）
button-snippet-add = 新增
button-snippet-add-shared = 新增（大家公用）
button-snippet-change = 修改
button-snippet-delete = 删除
snippets =
    { $said }
    <b>常用语</b>
    回复来信时按“常用语”就能用。点一条可以查看、修改或删除。

    内容里可以写这些记号，回复时自动换成这封信的内容：
    { $fields }
    例如：{ "{" }称呼{ "}" }，您好！来信 { "{" }编号{ "}" } 已收到。
snippets-none =
    { $said }
    还没有常用语。请按“新增”写一条，以后回复来信时按一下就能用。

    内容里可以写这些记号，回复时自动换成这封信的内容：
    { $fields }
    例如：{ "{" }称呼{ "}" }，您好！来信 { "{" }编号{ "}" } 已收到。
snippet-shown =
    <b>{ $title }</b>

    { $text }
snippet-title-now = 请给这条常用语起个名字（20 字以内），例如：收到来信。
snippet-text-now =
    请发送“{ $title }”的内容。
    可以写这些记号，回复时自动换成这封信的内容：
    { $fields }
snippet-kept = “{ $title }”已保存。
snippet-deleted =
    “{ $title }”已删除。原来的内容是：

    { $text }
snippet-is-gone = 这条常用语已经删除了。
snippet-field-is-unknown = “{ $field }”这个记号不能用。可以用的有：{ $known }。请改好后再发一次。
snippet-is-too-long = 请不超过 { $limit } 字，现为 { $length } 字。
too-many-snippets = 常用语最多 { $limit } 条。请先删除不用的，再新增。
snippet-anonymous-address = 群众朋友
snippet-day = { $day }

## 回复时

button-send = 发送
reply-which-snippet = 请选择常用语。选好后先给您看，再发出。
reply-offered =
    将回复来信 { $number }：

    { $text } { $attached }

    直接发出请按“发送”；想改，请把改好的全文发过来。
