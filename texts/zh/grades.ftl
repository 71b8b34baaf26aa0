### 办结以后，再问一次评价

letter-did-it-help-after-all =
    您的来信 { $number } 办结有些日子了：
    { $topic }

    这次办理对您有帮助吗？请按一下按钮。不方便也没关系，不会再问。
