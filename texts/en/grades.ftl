### After the end: whether it helped, asked once more

letter-did-it-help-after-all =
    Your letter { $number } was settled some days ago:
    { $topic }

    Did it help you? Please press a button. If you would rather not, that is all right: we shall not ask again.
