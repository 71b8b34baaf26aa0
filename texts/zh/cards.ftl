### 联系群众服务卡（卡上的栏目是软件自定的，文件没有规定）

card-paper-title = 政协委员（特邀委员）联系群众服务卡
card-paper-member = 联系委员
card-paper-sector = 界别
card-paper-contact = 联系对象
card-paper-scan = 用手机扫码，可给委员留言，核对每次走访。
card-paper-day = 日期
card-paper-what = 内容
card-paper-sign = 联系对象签字
