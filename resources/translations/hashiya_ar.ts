<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ar">
<context>
    <name>ArticleList</name>
    <message>
        <source>%1 of %2</source>
        <translation>%1 من %2</translation>
    </message>
    <message numerus="yes">
        <source>%n articles</source>
        <translation>
            <numerusform>لا أخبار</numerusform>
            <numerusform>خبر واحد</numerusform>
            <numerusform>خبران</numerusform>
            <numerusform>%Ln أخبار</numerusform>
            <numerusform>%Ln خبرًا</numerusform>
            <numerusform>%Ln خبر</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n open</source>
        <translation>
            <numerusform>لا ينقصه شيء</numerusform>
            <numerusform>ينقصه %Ln</numerusform>
            <numerusform>ينقصه %Ln</numerusform>
            <numerusform>ينقصه %Ln</numerusform>
            <numerusform>ينقصه %Ln</numerusform>
            <numerusform>ينقصه %Ln</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n spans</source>
        <translation>
            <numerusform>لا مقاطع</numerusform>
            <numerusform>مقطع واحد</numerusform>
            <numerusform>مقطعان</numerusform>
            <numerusform>%Ln مقاطع</numerusform>
            <numerusform>%Ln مقطعًا</numerusform>
            <numerusform>%Ln مقطع</numerusform>
        </translation>
    </message>
    <message>
        <source>All</source>
        <comment>articles</comment>
        <translation>الكل</translation>
    </message>
    <message>
        <source>Articles</source>
        <translation>الأخبار</translation>
    </message>
    <message>
        <source>Clear the filter</source>
        <translation>امسح الترشيح</translation>
    </message>
    <message>
        <source>Done</source>
        <comment>articles</comment>
        <translation>المنجزة</translation>
    </message>
    <message>
        <source>Done</source>
        <comment>one article</comment>
        <translation>منجز</translation>
    </message>
    <message>
        <source>Drop files or folders here</source>
        <translation>أفلِت ملفات أو مجلدات هنا</translation>
    </message>
    <message>
        <source>Filter by title or source</source>
        <translation>رشِّح بالعنوان أو المصدر</translation>
    </message>
    <message>
        <source>New</source>
        <comment>articles</comment>
        <translation>الجديدة</translation>
    </message>
    <message>
        <source>New</source>
        <comment>one article</comment>
        <translation>جديد</translation>
    </message>
    <message>
        <source>No article matches.</source>
        <translation>لا خبر يطابق.</translation>
    </message>
    <message>
        <source>No spans</source>
        <translation>لا مقاطع</translation>
    </message>
    <message>
        <source>Not started</source>
        <translation>لم يُبدأ به</translation>
    </message>
    <message>
        <source>Skipped</source>
        <comment>articles</comment>
        <translation>المتروكة</translation>
    </message>
    <message>
        <source>Skipped</source>
        <comment>one article</comment>
        <translation>متروك</translation>
    </message>
    <message>
        <source>Started</source>
        <comment>articles</comment>
        <translation>قيد العمل</translation>
    </message>
    <message>
        <source>Started</source>
        <comment>one article</comment>
        <translation>قيد العمل</translation>
    </message>
</context>
<context>
    <name>Change</name>
    <message>
        <source>add a claim</source>
        <translation>إضافة ادعاء</translation>
    </message>
    <message>
        <source>add a comment</source>
        <translation>إضافة ملاحظة</translation>
    </message>
    <message>
        <source>add a fragment</source>
        <translation>إضافة جزء</translation>
    </message>
    <message>
        <source>add as %1</source>
        <translation>إضافة بدور %1</translation>
    </message>
    <message>
        <source>change the label to %1</source>
        <translation>تغيير الوسم إلى «%1»</translation>
    </message>
    <message>
        <source>change the labels</source>
        <translation>تعديل الوسوم</translation>
    </message>
    <message>
        <source>clear “%1”</source>
        <translation>إلغاء «%1»</translation>
    </message>
    <message>
        <source>label %1</source>
        <translation>وسم «%1»</translation>
    </message>
    <message numerus="yes">
        <source>label %n places</source>
        <translation>
            <numerusform>لم يوسَم أي موضع</numerusform>
            <numerusform>وسم موضع واحد</numerusform>
            <numerusform>وسم موضعين</numerusform>
            <numerusform>وسم %Ln مواضع</numerusform>
            <numerusform>وسم %Ln موضعًا</numerusform>
            <numerusform>وسم %Ln موضع</numerusform>
        </translation>
    </message>
    <message>
        <source>link two spans</source>
        <translation>ربط مقطعين</translation>
    </message>
    <message>
        <source>make it “%1”</source>
        <translation>جعل الحدث «%1»</translation>
    </message>
    <message>
        <source>mark as done</source>
        <translation>إنجاز الخبر</translation>
    </message>
    <message>
        <source>move an edge</source>
        <translation>تحريك حدّ المقطع</translation>
    </message>
    <message>
        <source>new event</source>
        <translation>حدث جديد</translation>
    </message>
    <message>
        <source>remove a comment</source>
        <translation>حذف ملاحظة</translation>
    </message>
    <message>
        <source>remove the event</source>
        <translation>حذف الحدث</translation>
    </message>
    <message>
        <source>remove the span</source>
        <translation>حذف المقطع</translation>
    </message>
    <message>
        <source>reopen the article</source>
        <translation>إعادة فتح الخبر</translation>
    </message>
    <message>
        <source>set attributes as last time</source>
        <translation>وضع السمات كما في المرة السابقة</translation>
    </message>
    <message>
        <source>set the trigger</source>
        <translation>تعيين الكلمة الدالّة</translation>
    </message>
    <message>
        <source>set “%1” to “%2”</source>
        <translation>تحديد «%1»: «%2»</translation>
    </message>
    <message>
        <source>settle a comment</source>
        <translation>حسم ملاحظة</translation>
    </message>
    <message>
        <source>skip the article</source>
        <translation>تخطّي الخبر</translation>
    </message>
    <message>
        <source>take a claim out of the event</source>
        <translation>إخراج ادعاء من الحدث</translation>
    </message>
    <message>
        <source>take a fragment out</source>
        <translation>إخراج جزء</translation>
    </message>
    <message>
        <source>take a link out</source>
        <translation>إزالة الربط</translation>
    </message>
    <message>
        <source>take out of the event</source>
        <translation>إخراج من الحدث</translation>
    </message>
    <message>
        <source>take the trigger out</source>
        <translation>إخراج الكلمة الدالّة</translation>
    </message>
    <message>
        <source>write a note</source>
        <translation>كتابة حاشية</translation>
    </message>
</context>
<context>
    <name>Command</name>
    <message>
        <source>Add a comment</source>
        <translation>أضف ملاحظة</translation>
    </message>
    <message>
        <source>Add a fragment</source>
        <translation>أضف جزءًا</translation>
    </message>
    <message>
        <source>Annotate</source>
        <translation>التوسيم</translation>
    </message>
    <message>
        <source>Article</source>
        <translation>الخبر</translation>
    </message>
    <message>
        <source>Assign articles…</source>
        <translation>وزِّع الأخبار…</translation>
    </message>
    <message>
        <source>Command palette</source>
        <translation>لوحة الأوامر</translation>
    </message>
    <message>
        <source>Comments</source>
        <translation>الملاحظات</translation>
    </message>
    <message>
        <source>Copy quote</source>
        <translation>انسخ الاقتباس</translation>
    </message>
    <message>
        <source>Digits: ١٢٣ or 123</source>
        <translation>الأرقام: ١٢٣ · 123</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>تحرير</translation>
    </message>
    <message>
        <source>End of the line</source>
        <translation>آخر السطر</translation>
    </message>
    <message>
        <source>End of the text</source>
        <translation>آخر النص</translation>
    </message>
    <message>
        <source>End one letter earlier</source>
        <translation>قدّم النهاية حرفًا</translation>
    </message>
    <message>
        <source>End one letter later</source>
        <translation>أخّر النهاية حرفًا</translation>
    </message>
    <message>
        <source>End one sentence earlier</source>
        <translation>قدّم النهاية جملة</translation>
    </message>
    <message>
        <source>End one sentence later</source>
        <translation>أخّر النهاية جملة</translation>
    </message>
    <message>
        <source>End one word earlier</source>
        <translation>قدّم النهاية كلمة</translation>
    </message>
    <message>
        <source>End one word later</source>
        <translation>أخّر النهاية كلمة</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>الحدث</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>تصدير…</translation>
    </message>
    <message>
        <source>File</source>
        <translation>ملف</translation>
    </message>
    <message>
        <source>Find in article</source>
        <translation>ابحث في الخبر</translation>
    </message>
    <message>
        <source>Go on in the inspector</source>
        <translation>تابع في التفاصيل</translation>
    </message>
    <message>
        <source>Go on with the event</source>
        <translation>أكمل الحدث</translation>
    </message>
    <message>
        <source>Hand in…</source>
        <translation>سلِّم عملك…</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>مساعدة</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>استيراد…</translation>
    </message>
    <message>
        <source>Inner span</source>
        <translation>المقطع الأضيق</translation>
    </message>
    <message>
        <source>Keys at a glance</source>
        <translation>المفاتيح في صفحة</translation>
    </message>
    <message>
        <source>Keys…</source>
        <translation>المفاتيح…</translation>
    </message>
    <message>
        <source>Label as %1</source>
        <translation>سِمه بأنه %1</translation>
    </message>
    <message>
        <source>Labels and attributes…</source>
        <translation>الوسوم والسمات…</translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation>كبّر النص</translation>
    </message>
    <message>
        <source>Leave the clitic out or take it in</source>
        <translation>استبعد السابقة أو أدخِلها</translation>
    </message>
    <message>
        <source>Let go of span and selection</source>
        <translation>اترك المقطع والاختيار</translation>
    </message>
    <message>
        <source>Letter left</source>
        <translation>حرف إلى اليسار</translation>
    </message>
    <message>
        <source>Letter right</source>
        <translation>حرف إلى اليمين</translation>
    </message>
    <message>
        <source>Line above</source>
        <translation>السطر السابق</translation>
    </message>
    <message>
        <source>Line below</source>
        <translation>السطر التالي</translation>
    </message>
    <message>
        <source>Link the span to another</source>
        <translation>اربط المقطع بآخر</translation>
    </message>
    <message>
        <source>Mark as done</source>
        <translation>أنجزتُه</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>القائمة</translation>
    </message>
    <message>
        <source>Merge hand-ins…</source>
        <translation>اجمع التسليمات…</translation>
    </message>
    <message>
        <source>New event</source>
        <translation>حدث جديد</translation>
    </message>
    <message>
        <source>New project…</source>
        <translation>مشروع جديد…</translation>
    </message>
    <message>
        <source>Next article</source>
        <translation>الخبر التالي</translation>
    </message>
    <message>
        <source>Next event</source>
        <translation>الحدث التالي</translation>
    </message>
    <message>
        <source>Next place found</source>
        <translation>الموضع التالي</translation>
    </message>
    <message>
        <source>Next sentence</source>
        <translation>الجملة التالية</translation>
    </message>
    <message>
        <source>Next span</source>
        <translation>المقطع التالي</translation>
    </message>
    <message>
        <source>Next theme: light, dark, sepia</source>
        <translation>المظهر التالي: فاتح، داكن، ورقي</translation>
    </message>
    <message>
        <source>Next thing missing</source>
        <translation>التالي مما ينقص</translation>
    </message>
    <message>
        <source>Next unfinished</source>
        <translation>التالي غير المنجز</translation>
    </message>
    <message>
        <source>Next unlabelled repeat</source>
        <translation>التكرار التالي غير الموسوم</translation>
    </message>
    <message>
        <source>Normal text size</source>
        <translation>أعد النص إلى حجمه</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>اكتب حاشية</translation>
    </message>
    <message>
        <source>Open project…</source>
        <translation>افتح مشروعًا…</translation>
    </message>
    <message>
        <source>Outer span</source>
        <translation>المقطع الأوسع</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>نظرة عامة</translation>
    </message>
    <message>
        <source>Page above</source>
        <translation>صفحة إلى أعلى</translation>
    </message>
    <message>
        <source>Page below</source>
        <translation>صفحة إلى أسفل</translation>
    </message>
    <message>
        <source>Paragraph above</source>
        <translation>الفقرة السابقة</translation>
    </message>
    <message>
        <source>Paragraph below</source>
        <translation>الفقرة التالية</translation>
    </message>
    <message>
        <source>Previous article</source>
        <translation>الخبر السابق</translation>
    </message>
    <message>
        <source>Previous event</source>
        <translation>الحدث السابق</translation>
    </message>
    <message>
        <source>Previous place found</source>
        <translation>الموضع السابق</translation>
    </message>
    <message>
        <source>Previous sentence</source>
        <translation>الجملة السابقة</translation>
    </message>
    <message>
        <source>Previous span</source>
        <translation>المقطع السابق</translation>
    </message>
    <message>
        <source>Previous unlabelled repeat</source>
        <translation>التكرار السابق غير الموسوم</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>إنهاء</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>أعد</translation>
    </message>
    <message>
        <source>Remove the event</source>
        <translation>احذف الحدث</translation>
    </message>
    <message>
        <source>Remove the span</source>
        <translation>احذف المقطع</translation>
    </message>
    <message>
        <source>Reopen</source>
        <translation>أعد فتحه</translation>
    </message>
    <message>
        <source>Rooms</source>
        <translation>الأقسام</translation>
    </message>
    <message>
        <source>Select a letter left</source>
        <translation>اختر حرفًا إلى اليسار</translation>
    </message>
    <message>
        <source>Select a letter right</source>
        <translation>اختر حرفًا إلى اليمين</translation>
    </message>
    <message>
        <source>Select a page down</source>
        <translation>اختر صفحة إلى أسفل</translation>
    </message>
    <message>
        <source>Select a page up</source>
        <translation>اختر صفحة إلى أعلى</translation>
    </message>
    <message>
        <source>Select a paragraph down</source>
        <translation>اختر فقرة إلى أسفل</translation>
    </message>
    <message>
        <source>Select a paragraph up</source>
        <translation>اختر فقرة إلى أعلى</translation>
    </message>
    <message>
        <source>Select a word left</source>
        <translation>اختر كلمة إلى اليسار</translation>
    </message>
    <message>
        <source>Select a word right</source>
        <translation>اختر كلمة إلى اليمين</translation>
    </message>
    <message>
        <source>Select to text end</source>
        <translation>اختر إلى آخر النص</translation>
    </message>
    <message>
        <source>Select to text start</source>
        <translation>اختر إلى أول النص</translation>
    </message>
    <message>
        <source>Select to the end of the line</source>
        <translation>اختر إلى آخر السطر</translation>
    </message>
    <message>
        <source>Select to the line above</source>
        <translation>اختر إلى السطر السابق</translation>
    </message>
    <message>
        <source>Select to the line below</source>
        <translation>اختر إلى السطر التالي</translation>
    </message>
    <message>
        <source>Select to the next sentence</source>
        <translation>اختر إلى الجملة التالية</translation>
    </message>
    <message>
        <source>Select to the previous sentence</source>
        <translation>اختر إلى الجملة السابقة</translation>
    </message>
    <message>
        <source>Select to the start of the line</source>
        <translation>اختر إلى أول السطر</translation>
    </message>
    <message>
        <source>Set attributes as last time</source>
        <translation>ضع السمات كما في المرة السابقة</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>الإعدادات</translation>
    </message>
    <message>
        <source>Show label names</source>
        <translation>أظهر أسماء الوسوم</translation>
    </message>
    <message>
        <source>Show the list of articles</source>
        <translation>أظهر قائمة الأخبار</translation>
    </message>
    <message>
        <source>Show what is linked</source>
        <translation>أظهر ما يرتبط به</translation>
    </message>
    <message>
        <source>Skip</source>
        <translation>تخطَّ</translation>
    </message>
    <message>
        <source>Smaller text</source>
        <translation>صغّر النص</translation>
    </message>
    <message>
        <source>Span</source>
        <translation>المقطع</translation>
    </message>
    <message>
        <source>Spans as a table</source>
        <translation>المقاطع في جدول</translation>
    </message>
    <message>
        <source>Start of the line</source>
        <translation>أول السطر</translation>
    </message>
    <message>
        <source>Start of the text</source>
        <translation>أول النص</translation>
    </message>
    <message>
        <source>Start one letter earlier</source>
        <translation>قدّم البداية حرفًا</translation>
    </message>
    <message>
        <source>Start one letter later</source>
        <translation>أخّر البداية حرفًا</translation>
    </message>
    <message>
        <source>Start one sentence earlier</source>
        <translation>قدّم البداية جملة</translation>
    </message>
    <message>
        <source>Start one sentence later</source>
        <translation>أخّر البداية جملة</translation>
    </message>
    <message>
        <source>Start one word earlier</source>
        <translation>قدّم البداية كلمة</translation>
    </message>
    <message>
        <source>Start one word later</source>
        <translation>أخّر البداية كلمة</translation>
    </message>
    <message>
        <source>Take a fragment out</source>
        <translation>أخرِج جزءًا</translation>
    </message>
    <message>
        <source>Take the tour again</source>
        <translation>أعد الجولة</translation>
    </message>
    <message>
        <source>Truth view</source>
        <translation>عرض الخفايا</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>تراجع</translation>
    </message>
    <message>
        <source>User&apos;s guide</source>
        <translation>دليل الاستخدام</translation>
    </message>
    <message>
        <source>View</source>
        <translation>عرض</translation>
    </message>
    <message>
        <source>What is missing</source>
        <translation>ما ينقص</translation>
    </message>
    <message>
        <source>Who is annotating…</source>
        <translation>مَن يسِم…</translation>
    </message>
    <message>
        <source>Word left</source>
        <translation>كلمة إلى اليسار</translation>
    </message>
    <message>
        <source>Word right</source>
        <translation>كلمة إلى اليمين</translation>
    </message>
    <message>
        <source>العربية / English</source>
        <translation>العربية / English</translation>
    </message>
</context>
<context>
    <name>Comments</name>
    <message numerus="yes">
        <source>%n comments</source>
        <translation>
            <numerusform>لا ملاحظات</numerusform>
            <numerusform>ملاحظة واحدة</numerusform>
            <numerusform>ملاحظتان</numerusform>
            <numerusform>%Ln ملاحظات</numerusform>
            <numerusform>%Ln ملاحظة</numerusform>
            <numerusform>%Ln ملاحظة</numerusform>
        </translation>
    </message>
    <message>
        <source>Answer “%1”</source>
        <translation>أجب عن «%1»</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>أغلق</translation>
    </message>
    <message>
        <source>Comments</source>
        <translation>الملاحظات</translation>
    </message>
    <message>
        <source>Nothing has been said about this article yet.</source>
        <translation>لا ملاحظات على هذا الخبر بعد.</translation>
    </message>
    <message>
        <source>Write a comment on the article</source>
        <translation>اكتب ملاحظة على الخبر</translation>
    </message>
    <message>
        <source>Write a comment on “%1”</source>
        <translation>اكتب ملاحظة على «%1»</translation>
    </message>
    <message>
        <source>settled</source>
        <translation>محسومة</translation>
    </message>
</context>
<context>
    <name>Dock</name>
    <message numerus="yes">
        <source>%1, key %2, %n spans</source>
        <translation>
            <numerusform>%1، المفتاح %2، لا مقاطع</numerusform>
            <numerusform>%1، المفتاح %2، مقطع واحد</numerusform>
            <numerusform>%1، المفتاح %2، مقطعان</numerusform>
            <numerusform>%1، المفتاح %2، %Ln مقاطع</numerusform>
            <numerusform>%1، المفتاح %2، %Ln مقطعًا</numerusform>
            <numerusform>%1، المفتاح %2، %Ln مقطع</numerusform>
        </translation>
    </message>
    <message>
        <source>Done</source>
        <translation>أنجزتُه</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>الوسوم</translation>
    </message>
    <message>
        <source>More</source>
        <translation>المزيد</translation>
    </message>
    <message>
        <source>Reopen</source>
        <translation>أعد فتحه</translation>
    </message>
    <message>
        <source>Skip</source>
        <translation>تخطَّ</translation>
    </message>
</context>
<context>
    <name>Events</name>
    <message>
        <source>%1 and %2</source>
        <translation>%1 و%2</translation>
    </message>
    <message>
        <source>%1 → %2</source>
        <translation>%1 لـ%2</translation>
    </message>
    <message>
        <source>%1, %2 and %3</source>
        <translation>%1 و%2 و%3</translation>
    </message>
    <message>
        <source>Add as %1</source>
        <translation>أضفه بدور %1</translation>
    </message>
    <message>
        <source>Attributes of the event</source>
        <translation>سمات الحدث</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>حدث</translation>
    </message>
    <message>
        <source>Event %1</source>
        <translation>الحدث %1</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>الأحداث</translation>
    </message>
    <message>
        <source>Go on with the event</source>
        <translation>أكمل الحدث</translation>
    </message>
    <message>
        <source>New event</source>
        <translation>حدث جديد</translation>
    </message>
    <message>
        <source>Remove the event</source>
        <translation>احذف الحدث</translation>
    </message>
    <message>
        <source>Trigger</source>
        <translation>دالّة</translation>
    </message>
</context>
<context>
    <name>Export</name>
    <message numerus="yes">
        <source>%n annotators</source>
        <translation>
            <numerusform>لا موسِّمين</numerusform>
            <numerusform>موسِّم واحد</numerusform>
            <numerusform>موسِّمان</numerusform>
            <numerusform>%Ln موسِّمين</numerusform>
            <numerusform>%Ln موسِّمًا</numerusform>
            <numerusform>%Ln موسِّم</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n articles</source>
        <translation>
            <numerusform>لا أخبار</numerusform>
            <numerusform>خبر واحد</numerusform>
            <numerusform>خبران</numerusform>
            <numerusform>%Ln أخبار</numerusform>
            <numerusform>%Ln خبرًا</numerusform>
            <numerusform>%Ln خبر</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n spans</source>
        <translation>
            <numerusform>لا مقاطع</numerusform>
            <numerusform>مقطع واحد</numerusform>
            <numerusform>مقطعان</numerusform>
            <numerusform>%Ln مقاطع</numerusform>
            <numerusform>%Ln مقطعًا</numerusform>
            <numerusform>%Ln مقطع</numerusform>
        </translation>
    </message>
    <message>
        <source>A file of this name is there; a folder is to be written.</source>
        <translation>هناك ملف بهذا الاسم، والمطلوب كتابة مجلد.</translation>
    </message>
    <message>
        <source>A file of this name is there; it will be replaced.</source>
        <translation>هناك ملف بهذا الاسم، وسيحلّ الجديد محلّه.</translation>
    </message>
    <message>
        <source>A folder of this name is there; only an export is replaced.</source>
        <translation>هناك مجلد بهذا الاسم، ولا يُستبدل إلا تصدير سابق.</translation>
    </message>
    <message>
        <source>All annotators</source>
        <translation>كل الموسِّمين</translation>
    </message>
    <message>
        <source>All articles</source>
        <translation>كل الأخبار</translation>
    </message>
    <message>
        <source>All layers</source>
        <translation>كل الطبقات</translation>
    </message>
    <message>
        <source>Articles</source>
        <translation>الأخبار</translation>
    </message>
    <message>
        <source>As they are</source>
        <translation>كما هي</translation>
    </message>
    <message>
        <source>Browse…</source>
        <translation>تصفّح…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>ألغِ</translation>
    </message>
    <message>
        <source>Carried unchanged: %1 of %2 spans</source>
        <translation>مقاطع تُحفظ كما هي: %1 من %2</translation>
    </message>
    <message>
        <source>Carries everything</source>
        <translation>يحمل كل شيء</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>أغلق</translation>
    </message>
    <message>
        <source>Counting…</source>
        <translation>العدّ جارٍ…</translation>
    </message>
    <message>
        <source>Drop</source>
        <translation>أهمِل</translation>
    </message>
    <message>
        <source>Edges inside a word</source>
        <translation>الحدود داخل الكلمة</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>تصدير</translation>
    </message>
    <message>
        <source>Export and verify</source>
        <translation>صدِّر وتحقّق</translation>
    </message>
    <message>
        <source>Export stopped. No file was left behind.</source>
        <translation>أُوقف التصدير ولم يبقَ منه ملف.</translation>
    </message>
    <message numerus="yes">
        <source>Exported and read back: %n spans, as announced.</source>
        <translation>
            <numerusform>صُدّر وقُرئ من جديد: لا مقاطع فيه، كما أُعلن.</numerusform>
            <numerusform>صُدّر وقُرئ من جديد: مقطع واحد، كما أُعلن.</numerusform>
            <numerusform>صُدّر وقُرئ من جديد: مقطعان، كما أُعلن.</numerusform>
            <numerusform>صُدّر وقُرئ من جديد: %Ln مقاطع، كما أُعلن.</numerusform>
            <numerusform>صُدّر وقُرئ من جديد: %Ln مقطعًا، كما أُعلن.</numerusform>
            <numerusform>صُدّر وقُرئ من جديد: %Ln مقطع، كما أُعلن.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Exported and read back: %n spans.</source>
        <translation>
            <numerusform>صُدّر وقُرئ من جديد: لا مقاطع فيه.</numerusform>
            <numerusform>صُدّر وقُرئ من جديد: مقطع واحد.</numerusform>
            <numerusform>صُدّر وقُرئ من جديد: مقطعان.</numerusform>
            <numerusform>صُدّر وقُرئ من جديد: %Ln مقاطع.</numerusform>
            <numerusform>صُدّر وقُرئ من جديد: %Ln مقطعًا.</numerusform>
            <numerusform>صُدّر وقُرئ من جديد: %Ln مقطع.</numerusform>
        </translation>
    </message>
    <message>
        <source>File to write</source>
        <translation>الملف المكتوب</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>مجلد</translation>
    </message>
    <message>
        <source>Gold</source>
        <translation>المرجع</translation>
    </message>
    <message>
        <source>Handed in</source>
        <translation>المسلَّمة</translation>
    </message>
    <message>
        <source>Layers</source>
        <translation>الطبقات</translation>
    </message>
    <message>
        <source>Leaves something out</source>
        <translation>لا يحمل كل شيء</translation>
    </message>
    <message>
        <source>Names</source>
        <translation>الأسماء</translation>
    </message>
    <message>
        <source>Nothing is left out here.</source>
        <translation>لا يُهمَل شيء هنا.</translation>
    </message>
    <message>
        <source>Only done</source>
        <translation>المنجزة فقط</translation>
    </message>
    <message>
        <source>Only mine</source>
        <translation>عملي وحده</translation>
    </message>
    <message>
        <source>Parts</source>
        <translation>التقسيم</translation>
    </message>
    <message>
        <source>Predictions</source>
        <translation>التنبؤات</translation>
    </message>
    <message>
        <source>Pseudonyms</source>
        <translation>أسماء مستعارة</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>البذرة</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>أوقف</translation>
    </message>
    <message>
        <source>There is no such folder.</source>
        <translation>لا مجلد بهذا الاسم.</translation>
    </message>
    <message>
        <source>Train 80, dev 10, test 10</source>
        <translation>تدريب ٨٠، تطوير ١٠، اختبار ١٠</translation>
    </message>
    <message>
        <source>Undivided</source>
        <translation>بلا تقسيم</translation>
    </message>
    <message>
        <source>What %1 cannot carry</source>
        <translation>ما لا يحمله %1</translation>
    </message>
    <message>
        <source>What %1 carries</source>
        <translation>ما يحمله %1</translation>
    </message>
    <message>
        <source>What this export leaves out</source>
        <translation>ما يُهمله هذا التصدير</translation>
    </message>
    <message>
        <source>Whose work</source>
        <translation>عمل مَن</translation>
    </message>
    <message>
        <source>Widen</source>
        <translation>وسِّع</translation>
    </message>
    <message>
        <source>Work and gold</source>
        <translation>العمل والمرجع</translation>
    </message>
    <message>
        <source>Writing and reading back…</source>
        <translation>يُكتب ثم يُقرأ من جديد…</translation>
    </message>
    <message numerus="yes">
        <source>in %n layers</source>
        <translation>
            <numerusform>ليس في أي طبقة</numerusform>
            <numerusform>في طبقة واحدة</numerusform>
            <numerusform>في طبقتين</numerusform>
            <numerusform>في %Ln طبقات</numerusform>
            <numerusform>في %Ln طبقة</numerusform>
            <numerusform>في %Ln طبقة</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Find</name>
    <message numerus="yes">
        <source>%n places</source>
        <translation>
            <numerusform>لا مواضع</numerusform>
            <numerusform>موضع واحد</numerusform>
            <numerusform>موضعان</numerusform>
            <numerusform>%Ln مواضع</numerusform>
            <numerusform>%Ln موضعًا</numerusform>
            <numerusform>%Ln موضع</numerusform>
        </translation>
    </message>
    <message>
        <source>Close</source>
        <translation>أغلق</translation>
    </message>
    <message>
        <source>Exact</source>
        <translation>مطابق</translation>
    </message>
    <message>
        <source>Find in article</source>
        <translation>ابحث في الخبر</translation>
    </message>
    <message numerus="yes">
        <source>Label %n places as</source>
        <translation>
            <numerusform>لا موضع يوسَم</numerusform>
            <numerusform>سِم موضعًا واحدًا بأنه</numerusform>
            <numerusform>سِم موضعين بأنهما</numerusform>
            <numerusform>سِم %Ln مواضع بأنها</numerusform>
            <numerusform>سِم %Ln موضعًا بأنها</numerusform>
            <numerusform>سِم %Ln موضع بأنها</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Label %n places as %1</source>
        <translation>
            <numerusform>لا موضع يوسَم بأنه %1</numerusform>
            <numerusform>سِم موضعًا واحدًا بأنه %1</numerusform>
            <numerusform>سِم موضعين بأنهما %1</numerusform>
            <numerusform>سِم %Ln مواضع بأنها %1</numerusform>
            <numerusform>سِم %Ln موضعًا بأنها %1</numerusform>
            <numerusform>سِم %Ln موضع بأنها %1</numerusform>
        </translation>
    </message>
    <message>
        <source>Not as a whole word; only as a part of other words.</source>
        <translation>لا ترد كلمةً كاملة، بل جزءًا من كلمات أخرى.</translation>
    </message>
    <message>
        <source>Not in this article.</source>
        <translation>لا ترد في هذا الخبر.</translation>
    </message>
    <message>
        <source>One step: undo takes all of it back.</source>
        <translation>خطوة واحدة، يمكن التراجع عنها دفعة واحدة.</translation>
    </message>
    <message>
        <source>Part of a word</source>
        <translation>جزء من كلمة</translation>
    </message>
    <message>
        <source>Parts of words too</source>
        <translation>أجزاء الكلمات أيضًا</translation>
    </message>
    <message>
        <source>Places found</source>
        <translation>المواضع</translation>
    </message>
    <message>
        <source>Spelling variant</source>
        <translation>رسم مختلف</translation>
    </message>
    <message>
        <source>Tick places to label them</source>
        <translation>اختر المواضع لتسِمها</translation>
    </message>
    <message>
        <source>Vowel marks, elongation, forms of alef, ya and ta marbuta, and kinds of digits make no difference.</source>
        <translation>لا تؤثر في البحث الحركات ولا التطويل، ولا صور الألف والياء والتاء المربوطة، ولا أشكال الأرقام.</translation>
    </message>
    <message>
        <source>With a clitic</source>
        <translation>مع سابقة</translation>
    </message>
    <message numerus="yes">
        <source>more than %n places</source>
        <translation>
            <numerusform>أكثر من %Ln موضع</numerusform>
            <numerusform>أكثر من موضع واحد</numerusform>
            <numerusform>أكثر من موضعين</numerusform>
            <numerusform>أكثر من %Ln مواضع</numerusform>
            <numerusform>أكثر من %Ln موضعًا</numerusform>
            <numerusform>أكثر من %Ln موضع</numerusform>
        </translation>
    </message>
    <message>
        <source>the clitic is left out of the span</source>
        <translation>تُستبعد السابقة من المقطع</translation>
    </message>
</context>
<context>
    <name>Format</name>
    <message>
        <source>A folder for each annotator with the exact texts and their .ann files, annotation.conf and visual.conf.</source>
        <translation>مجلد لكل موسِّم فيه النصوص بحروفها وملفات ‎.ann، مع annotation.conf وvisual.conf.</translation>
    </message>
    <message>
        <source>A folder with tasks.json and config.xml, the labelling configuration made from the scheme.</source>
        <translation>مجلد فيه tasks.json وconfig.xml، وهو إعداد الوسم المأخوذ من مخطط الوسوم.</translation>
    </message>
    <message>
        <source>A title in a column of its own is put in front of the text.</source>
        <translation>العنوان الذي له عمود وحده يوضع في أول النص.</translation>
    </message>
    <message>
        <source>All that is known about the article and the layer.</source>
        <translation>كل ما يُعرف عن الخبر والطبقة.</translation>
    </message>
    <message>
        <source>Articles that nobody has worked on.</source>
        <translation>الأخبار التي لم يعمل عليها أحد.</translation>
    </message>
    <message>
        <source>Attributes of relations.</source>
        <translation>سمات العلاقات.</translation>
    </message>
    <message>
        <source>Attributes, notes, events, comments and decisions.</source>
        <translation>السمات والحواشي والأحداث والملاحظات والقرارات.</translation>
    </message>
    <message>
        <source>Attributes, notes, events, relations, comments and decisions.</source>
        <translation>السمات والحواشي والأحداث والعلاقات والملاحظات والقرارات.</translation>
    </message>
    <message>
        <source>Chains, and layers of grammar.</source>
        <translation>السلاسل وطبقات النحو والصرف.</translation>
    </message>
    <message>
        <source>CoNLL (IOB2 or BILOU)</source>
        <translation>CoNLL‏ (IOB2 أو BILOU)</translation>
    </message>
    <message>
        <source>Comments and decisions.</source>
        <translation>الملاحظات والقرارات.</translation>
    </message>
    <message>
        <source>Comments, decisions, and where spans came from.</source>
        <translation>الملاحظات والقرارات ومنشأ المقاطع.</translation>
    </message>
    <message>
        <source>Control characters in notes and attributes; a text that has any stops the export.</source>
        <translation>محارف التحكم في الحواشي والسمات؛ وإن وُجد شيء منها في النص أُوقف التصدير.</translation>
    </message>
    <message>
        <source>Event table (CSV)</source>
        <translation>جدول الأحداث (CSV)</translation>
    </message>
    <message>
        <source>Events in which no span has a part.</source>
        <translation>الأحداث التي لا مقطع فيها.</translation>
    </message>
    <message>
        <source>Events, comments and decisions.</source>
        <translation>الأحداث والملاحظات والقرارات.</translation>
    </message>
    <message>
        <source>Every span with its fragments, attributes and note, events and relations, with offsets in code points.</source>
        <translation>كل مقطع بأجزائه وسماته وحاشيته، والأحداث والعلاقات، ومواضعها معدودة بمحارف يونيكود.</translation>
    </message>
    <message>
        <source>Everything: one record per article and layer, with offsets in code points.</source>
        <translation>كل شيء: سجل لكل خبر وطبقة، والمواضع فيه معدودة بمحارف يونيكود.</translation>
    </message>
    <message>
        <source>Everything: one row per article and layer, in as many files as a large corpus needs.</source>
        <translation>كل شيء: صف لكل خبر وطبقة، وفي ما يلزم من الملفات إن كثرت الأخبار.</translation>
    </message>
    <message>
        <source>Examples of at most 384 tokens, cut where sentences begin and never inside a span.</source>
        <translation>أمثلة لا تزيد على ٣٨٤ وحدة، تُقطع عند بدايات الجمل ولا تُقطع داخل مقطع.</translation>
    </message>
    <message>
        <source>Fragments: a span in several pieces becomes one from the first to the last.</source>
        <translation>الأجزاء: المقطع المفرَّق يصير قطعة واحدة من أوله إلى آخره.</translation>
    </message>
    <message>
        <source>GLiNER JSON</source>
        <translation>GLiNER JSON</translation>
    </message>
    <message>
        <source>Hashiya JSONL</source>
        <translation>حاشية JSONL</translation>
    </message>
    <message>
        <source>Hugging Face dataset (Parquet)</source>
        <translation>مجموعة بيانات Hugging Face (Parquet)</translation>
    </message>
    <message>
        <source>INCEpTION gives back what its layers hold; article and layer are then known by the text alone.</source>
        <translation>يعيد INCEpTION ما تحمله طبقاته فقط، فيُعرف الخبر عندئذ من نصه وحده.</translation>
    </message>
    <message>
        <source>In doc.ents as many spans as can stand side by side; doc.user_data names the others.</source>
        <translation>في doc.ents ما أمكن من المقاطع غير المتداخلة، وفي doc.user_data أسماء الباقي.</translation>
    </message>
    <message>
        <source>In ner_tags alone: spans that overlap longer ones or cut a token; in_tags says which.</source>
        <translation>في ner_tags وحدها: المقاطع التي تتداخل مع أطول منها أو تقطع وحدة، ويبيّنها in_tags.</translation>
    </message>
    <message>
        <source>Label Studio</source>
        <translation>Label Studio</translation>
    </message>
    <message>
        <source>Labels, and a tag for each token (ner_tags, IOB2 or BILOU), as ClassLabel features.</source>
        <translation>الوسوم، وعلامة لكل وحدة (ner_tags بطريقة IOB2 أو BILOU)، بنوع ClassLabel.</translation>
    </message>
    <message>
        <source>Line breaks at the ends of a span&apos;s fragments.</source>
        <translation>نهايات الأسطر عند طرفي جزء من المقطع.</translation>
    </message>
    <message>
        <source>One article a row; which column is the text, the title and so on, its name tells, or you do.</source>
        <translation>خبر في كل صف، ويُعرف عمود النص والعنوان وغيرهما من اسمه، أو تحدّده أنت.</translation>
    </message>
    <message>
        <source>One file for each record, and a type system from which INCEpTION makes the layers.</source>
        <translation>ملف لكل سجل، ومعه وصف للأنواع ينشئ منه INCEpTION الطبقات.</translation>
    </message>
    <message>
        <source>One row per event: the words and attributes of each role, claims, the event&apos;s attributes.</source>
        <translation>صف لكل حدث: كلمات كل دور وسماتها، والادعاءات، وسمات الحدث.</translation>
    </message>
    <message>
        <source>Parquet in parts</source>
        <translation>Parquet في عدة ملفات</translation>
    </message>
    <message>
        <source>Plain text</source>
        <translation>نص عادي</translation>
    </message>
    <message>
        <source>Prodigy JSONL</source>
        <translation>Prodigy JSONL</translation>
    </message>
    <message>
        <source>Relations between two examples of one article.</source>
        <translation>العلاقات بين مثالين من خبر واحد.</translation>
    </message>
    <message>
        <source>Relations, comments and decisions.</source>
        <translation>العلاقات والملاحظات والقرارات.</translation>
    </message>
    <message>
        <source>Relations; doccano JSONL with relations carries them.</source>
        <translation>العلاقات، وتحملها صيغة doccano JSONL مع العلاقات.</translation>
    </message>
    <message>
        <source>Span layers with their features, slots as events, and relations.</source>
        <translation>طبقات المقاطع بسماتها، والخانات بوصفها أحداثًا، والعلاقات.</translation>
    </message>
    <message>
        <source>Spans of more than 12 tokens are there, but GLiNER passes over them unless its max_width is raised.</source>
        <translation>المقاطع التي تزيد على ١٢ وحدة موجودة، لكن GLiNER يتجاوزها ما لم يُرفع max_width.</translation>
    </message>
    <message>
        <source>Spans that cut a token: they are widened, left out, or stop the export.</source>
        <translation>المقاطع التي تقطع وحدة: تُوسَّع أو تُهمل أو توقف التصدير.</translation>
    </message>
    <message>
        <source>Spans that overlap longer ones.</source>
        <translation>المقاطع المتداخلة مع أطول منها.</translation>
    </message>
    <message>
        <source>Spans that play no part in an event.</source>
        <translation>المقاطع التي لا دور لها في حدث.</translation>
    </message>
    <message>
        <source>Spans, or anything else beside the text.</source>
        <translation>المقاطع، وكل ما عدا النص.</translation>
    </message>
    <message>
        <source>Spans, or anything else that people marked.</source>
        <translation>المقاطع، وكل ما وسمه الناس.</translation>
    </message>
    <message>
        <source>Table of articles (CSV, TSV, JSON, Parquet)</source>
        <translation>جدول أخبار (CSV أو TSV أو JSON أو Parquet)</translation>
    </message>
    <message>
        <source>The exact text and every span, with offsets in code points.</source>
        <translation>النص بحروفه وكل مقطع، ومواضعها معدودة بمحارف يونيكود.</translation>
    </message>
    <message>
        <source>The exact text, every span with its attributes and note, and relations, with offsets in code points.</source>
        <translation>النص بحروفه وكل مقطع بسماته وحاشيته والعلاقات، ومواضعها معدودة بمحارف يونيكود.</translation>
    </message>
    <message>
        <source>The exact text, every span, and relations between them, with offsets in code points.</source>
        <translation>النص بحروفه وكل مقطع وما بين المقاطع من علاقات، ومواضعها معدودة بمحارف يونيكود.</translation>
    </message>
    <message>
        <source>The exact text, one label for each token, each token&apos;s place in code points, and the ids of spans.</source>
        <translation>النص بحروفه، ووسم واحد لكل وحدة، وموضع كل وحدة معدودًا بمحارف يونيكود، ومعرّفات المقاطع.</translation>
    </message>
    <message>
        <source>The exact text, spans with all their pieces, attributes and notes, events with their roles, relations.</source>
        <translation>النص بحروفه، والمقاطع بكل أجزائها وسماتها وحواشيها، والأحداث بأدوارها، والعلاقات.</translation>
    </message>
    <message>
        <source>The ids of article and layer, and the annotator.</source>
        <translation>معرّفا الخبر والطبقة، والموسِّم.</translation>
    </message>
    <message>
        <source>The log of changes, so no undo.</source>
        <translation>سجل التعديلات، فلا تراجع فيه.</translation>
    </message>
    <message>
        <source>The same for programs in one column, with labels and places.</source>
        <translation>وذلك كله للبرامج في عمود واحد، بالوسوم والمواضع.</translation>
    </message>
    <message>
        <source>The sentence that tells it, and where it was published.</source>
        <translation>الجملة التي ترويه، وأين نُشر.</translation>
    </message>
    <message>
        <source>The text and every span exactly as it is, with attributes and note; events and relations.</source>
        <translation>النص وكل مقطع كما هو بسماته وحاشيته، والأحداث والعلاقات.</translation>
    </message>
    <message>
        <source>The text and every span on its tokens, with its id, in doc.spans[&quot;sc&quot;].</source>
        <translation>النص وكل مقطع على وحداته بمعرّفه في ⁦doc.spans[&quot;sc&quot;]⁩.</translation>
    </message>
    <message>
        <source>The text of articles: each is named by its id and its hash.</source>
        <translation>نص الأخبار، فكل خبر يُعرف بمعرّفه وبصمته.</translation>
    </message>
    <message>
        <source>The text of each sentence and the place of each token.</source>
        <translation>نص كل جملة وموضع كل وحدة.</translation>
    </message>
    <message>
        <source>The text of one article per file; its first paragraph is the headline.</source>
        <translation>نص خبر واحد في كل ملف، وفقرته الأولى عنوانه.</translation>
    </message>
    <message>
        <source>The text, every span on its tokens under its label&apos;s name, and relations.</source>
        <translation>النص، وكل مقطع على وحداته باسم وسمه، والعلاقات.</translation>
    </message>
    <message>
        <source>The tokens, and which of them each span is made of, where it is made of whole ones.</source>
        <translation>الوحدات، وما يتكون منه كل مقطع منها إن كان من وحدات تامة.</translation>
    </message>
    <message>
        <source>The work of models as predictions.</source>
        <translation>عمل النماذج بوصفه تنبؤات.</translation>
    </message>
    <message>
        <source>UIMA CAS JSON (INCEpTION)</source>
        <translation>UIMA CAS JSON (INCEpTION)</translation>
    </message>
    <message>
        <source>UIMA XMI (INCEpTION)</source>
        <translation>UIMA XMI (INCEpTION)</translation>
    </message>
    <message>
        <source>WebAnno TSV 3</source>
        <translation>WebAnno TSV 3</translation>
    </message>
    <message>
        <source>What is known about article and layer, and a card that datasets.load_dataset reads.</source>
        <translation>ما يُعرف عن الخبر والطبقة، وبطاقة تقرؤها datasets.load_dataset.</translation>
    </message>
    <message>
        <source>What other columns say, as facts about the article.</source>
        <translation>ما تقوله الأعمدة الأخرى، بيانات عن الخبر.</translation>
    </message>
    <message>
        <source>What stands between sentences: line feeds are put there.</source>
        <translation>ما يقع بين الجمل، وتوضع مكانه أسطر جديدة.</translation>
    </message>
    <message>
        <source>Where spans came from: by hand, imported or suggested.</source>
        <translation>منشأ المقاطع: يدوي أو مستورد أو مقترح.</translation>
    </message>
    <message>
        <source>Which annotators are the same person.</source>
        <translation>أيّ الأسماء لموسِّم واحد.</translation>
    </message>
    <message>
        <source>brat standoff</source>
        <translation>brat standoff</translation>
    </message>
    <message>
        <source>doccano JSONL</source>
        <translation>doccano JSONL</translation>
    </message>
    <message>
        <source>doccano JSONL with relations</source>
        <translation>doccano JSONL مع العلاقات</translation>
    </message>
    <message>
        <source>spaCy DocBin</source>
        <translation>spaCy DocBin</translation>
    </message>
</context>
<context>
    <name>Frame</name>
    <message>
        <source>%1, key %2, nobody named</source>
        <translation>%1، المفتاح %2، لا أحد مذكور</translation>
    </message>
    <message>
        <source>%1: press a part’s key; Enter when it is complete</source>
        <translation>%1: اضغط مفتاح الدور، وEnter حين يكتمل</translation>
    </message>
    <message>
        <source>%1: press a span’s letter</source>
        <translation>%1: اضغط حرف المقطع</translation>
    </message>
    <message>
        <source>%1: press a span’s letter, or Space for spans further off</source>
        <translation>%1: اضغط حرف المقطع، أو Space لما هو أبعد</translation>
    </message>
    <message>
        <source>Claim</source>
        <translation>ادعاء</translation>
    </message>
    <message>
        <source>Finish</source>
        <translation>أنهِ</translation>
    </message>
    <message>
        <source>Finish event</source>
        <translation>أنهِ الحدث</translation>
    </message>
    <message>
        <source>Nobody</source>
        <translation>لا أحد</translation>
    </message>
    <message>
        <source>Nobody named</source>
        <translation>لا أحد مذكور</translation>
    </message>
    <message>
        <source>Parts of the event</source>
        <translation>أدوار الحدث</translation>
    </message>
    <message>
        <source>Trigger</source>
        <translation>الكلمة الدالّة</translation>
    </message>
</context>
<context>
    <name>Gloss</name>
    <message>
        <source>Comment: %1</source>
        <translation>ملاحظة: %1</translation>
    </message>
</context>
<context>
    <name>Help</name>
    <message>
        <source>Close</source>
        <translation>أغلق</translation>
    </message>
    <message>
        <source>Contents</source>
        <translation>المحتويات</translation>
    </message>
    <message>
        <source>User&apos;s guide</source>
        <translation>دليل الاستخدام</translation>
    </message>
</context>
<context>
    <name>Import</name>
    <message numerus="yes">
        <source>%n articles can be read</source>
        <translation>
            <numerusform>لا أخبار تُقرأ</numerusform>
            <numerusform>خبر واحد يُقرأ</numerusform>
            <numerusform>خبران يُقرآن</numerusform>
            <numerusform>%Ln أخبار تُقرأ</numerusform>
            <numerusform>%Ln خبرًا يُقرأ</numerusform>
            <numerusform>%Ln خبر يُقرأ</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n files</source>
        <translation>
            <numerusform>لا ملفات</numerusform>
            <numerusform>ملف واحد</numerusform>
            <numerusform>ملفان</numerusform>
            <numerusform>%Ln ملفات</numerusform>
            <numerusform>%Ln ملفًا</numerusform>
            <numerusform>%Ln ملف</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n files not looked at yet</source>
        <translation>
            <numerusform>فُحصت الملفات كلها</numerusform>
            <numerusform>ملف واحد لم يُفحص بعد</numerusform>
            <numerusform>ملفان لم يُفحصا بعد</numerusform>
            <numerusform>%Ln ملفات لم تُفحص بعد</numerusform>
            <numerusform>%Ln ملفًا لم يُفحص بعد</numerusform>
            <numerusform>%Ln ملف لم يُفحص بعد</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n lines</source>
        <translation>
            <numerusform>لا أسطر</numerusform>
            <numerusform>سطر واحد</numerusform>
            <numerusform>سطران</numerusform>
            <numerusform>%Ln أسطر</numerusform>
            <numerusform>%Ln سطرًا</numerusform>
            <numerusform>%Ln سطر</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n refused</source>
        <translation>
            <numerusform>لم يُرفض شيء</numerusform>
            <numerusform>رُفض واحد</numerusform>
            <numerusform>رُفض اثنان</numerusform>
            <numerusform>رُفض %Ln</numerusform>
            <numerusform>رُفض %Ln</numerusform>
            <numerusform>رُفض %Ln</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n sound lines</source>
        <translation>
            <numerusform>لا أسطر سليمة</numerusform>
            <numerusform>سطر سليم واحد</numerusform>
            <numerusform>سطران سليمان</numerusform>
            <numerusform>%Ln أسطر سليمة</numerusform>
            <numerusform>%Ln سطرًا سليمًا</numerusform>
            <numerusform>%Ln سطر سليم</numerusform>
        </translation>
    </message>
    <message>
        <source>Articles</source>
        <translation>أخبار</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>ألغِ</translation>
    </message>
    <message>
        <source>Choose a column</source>
        <translation>اختر عمودًا</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>أغلق</translation>
    </message>
    <message>
        <source>Confirm</source>
        <translation>أكِّد</translation>
    </message>
    <message>
        <source>Copy the list</source>
        <translation>انسخ القائمة</translation>
    </message>
    <message>
        <source>Drop files or folders here</source>
        <translation>أفلِت ملفات أو مجلدات هنا</translation>
    </message>
    <message>
        <source>Everything was imported and is kept.</source>
        <translation>استُورد كل شيء وحُفظ.</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>الملفات</translation>
    </message>
    <message>
        <source>Files…</source>
        <translation>ملفات…</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>مجلد</translation>
    </message>
    <message>
        <source>Folder…</source>
        <translation>مجلد…</translation>
    </message>
    <message>
        <source>From the text</source>
        <translation>من النص</translation>
    </message>
    <message numerus="yes">
        <source>Import %n articles</source>
        <translation>
            <numerusform>لا أخبار تُستورد</numerusform>
            <numerusform>استورد خبرًا واحدًا</numerusform>
            <numerusform>استورد خبرين</numerusform>
            <numerusform>استورد %Ln أخبار</numerusform>
            <numerusform>استورد %Ln خبرًا</numerusform>
            <numerusform>استورد %Ln خبر</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Import %n layers</source>
        <translation>
            <numerusform>لا طبقات تُستورد</numerusform>
            <numerusform>استورد طبقة واحدة</numerusform>
            <numerusform>استورد طبقتين</numerusform>
            <numerusform>استورد %Ln طبقات</numerusform>
            <numerusform>استورد %Ln طبقة</numerusform>
            <numerusform>استورد %Ln طبقة</numerusform>
        </translation>
    </message>
    <message>
        <source>Import articles</source>
        <translation>استيراد أخبار</translation>
    </message>
    <message>
        <source>Import everything</source>
        <translation>استورد الكل</translation>
    </message>
    <message>
        <source>Import nothing if any line is refused</source>
        <translation>لا تستورد شيئًا إن وُجد سطر مرفوض</translation>
    </message>
    <message>
        <source>Importing…</source>
        <translation>الاستيراد جارٍ…</translation>
    </message>
    <message>
        <source>Importing… %1 so far</source>
        <translation>الاستيراد جارٍ… %1 حتى الآن</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>السطر</translation>
    </message>
    <message>
        <source>No title</source>
        <translation>بلا عنوان</translation>
    </message>
    <message>
        <source>Nothing has been written yet. Look, then import.</source>
        <translation>لم يُكتب شيء بعد. راجِع ثم استورد.</translation>
    </message>
    <message>
        <source>Nothing new</source>
        <translation>لا جديد فيه</translation>
    </message>
    <message>
        <source>Nothing new: the project had all of it already.</source>
        <translation>لا جديد: كل ما فيها موجود في المشروع.</translation>
    </message>
    <message>
        <source>Nothing was imported.</source>
        <translation>لم يُستورد شيء.</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>معاينة</translation>
    </message>
    <message>
        <source>Reading the files…</source>
        <translation>تُقرأ الملفات…</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>جاهز</translation>
    </message>
    <message>
        <source>Refused or remarked</source>
        <translation>ما رُفض وما لوحظ</translation>
    </message>
    <message>
        <source>Something would be refused, so nothing would be imported.</source>
        <translation>فيها ما يُرفض، فلن يُستورد شيء.</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>أوقف</translation>
    </message>
    <message>
        <source>Text column</source>
        <translation>عمود النص</translation>
    </message>
    <message>
        <source>The encoding is uncertain. Does this look right?</source>
        <translation>الترميز غير مؤكد. أيبدو النص سليمًا؟</translation>
    </message>
    <message numerus="yes">
        <source>This is “%1”, the first of %n such files.</source>
        <translation>
            <numerusform>هذا «%1».</numerusform>
            <numerusform>هذا «%1».</numerusform>
            <numerusform>هذا «%1»، أول ملفين مثله.</numerusform>
            <numerusform>هذا «%1»، أول %Ln ملفات مثله.</numerusform>
            <numerusform>هذا «%1»، أول %Ln ملفًا مثله.</numerusform>
            <numerusform>هذا «%1»، أول %Ln ملف مثله.</numerusform>
        </translation>
    </message>
    <message>
        <source>Title column</source>
        <translation>عمود العنوان</translation>
    </message>
    <message>
        <source>Uncertain encoding</source>
        <translation>ترميز غير مؤكد</translation>
    </message>
    <message>
        <source>What could be read was imported; the rest stands below.</source>
        <translation>استُورد ما أمكنت قراءته، والباقي مذكور أدناه.</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>السبب</translation>
    </message>
    <message>
        <source>Yes, %1</source>
        <translation>نعم، %1</translation>
    </message>
    <message>
        <source>Your own files are not touched; the fingerprint of each text is kept with its article.</source>
        <translation>ملفاتك الأصلية لا تُمسّ، وتُحفظ بصمة كل نص مع الخبر.</translation>
    </message>
    <message>
        <source>already there</source>
        <translation>موجود</translation>
    </message>
    <message>
        <source>imported</source>
        <translation>مستورَد</translation>
    </message>
    <message>
        <source>ready</source>
        <translation>جاهز</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>مرفوض</translation>
    </message>
</context>
<context>
    <name>Inspector</name>
    <message>
        <source>%1 at “%2”</source>
        <translation>%1 عند «%2»</translation>
    </message>
    <message numerus="yes">
        <source>%n characters</source>
        <translation>
            <numerusform>لا أحرف</numerusform>
            <numerusform>حرف واحد</numerusform>
            <numerusform>حرفان</numerusform>
            <numerusform>%Ln أحرف</numerusform>
            <numerusform>%Ln حرفًا</numerusform>
            <numerusform>%Ln حرف</numerusform>
        </translation>
    </message>
    <message>
        <source>, </source>
        <translation>، </translation>
    </message>
    <message>
        <source>Also here</source>
        <translation>هنا أيضًا</translation>
    </message>
    <message>
        <source>As last time: %1</source>
        <translation>كما في المرة السابقة: %1</translation>
    </message>
    <message>
        <source>Attributes</source>
        <translation>السمات</translation>
    </message>
    <message>
        <source>End</source>
        <translation>النهاية</translation>
    </message>
    <message>
        <source>Highlight words in the text to label them, or click a labelled span to look at it.</source>
        <translation>ظلّل عبارة في النص لتسِمها، أو انقر مقطعًا موسومًا لترى تفاصيله.</translation>
    </message>
    <message>
        <source>Inspector</source>
        <translation>التفاصيل</translation>
    </message>
    <message>
        <source>Leave the clitic out</source>
        <translation>استبعد السابقة</translation>
    </message>
    <message>
        <source>Not set yet</source>
        <translation>لم يُحدَّد بعد</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>حاشية</translation>
    </message>
    <message>
        <source>Note on the span</source>
        <translation>حاشية على المقطع</translation>
    </message>
    <message>
        <source>Nothing selected yet</source>
        <translation>لم تحدّد شيئًا بعد</translation>
    </message>
    <message>
        <source>Press a label&apos;s key, or click it below, to label these words.</source>
        <translation>اضغط مفتاح وسم، أو انقر الوسم في الأسفل، لتسِم هذه العبارة.</translation>
    </message>
    <message>
        <source>Selected words</source>
        <translation>العبارة المحدَّدة</translation>
    </message>
    <message>
        <source>Show all choices</source>
        <translation>أظهر الخيارات كلها</translation>
    </message>
    <message>
        <source>Span %1 of %2</source>
        <translation>المقطع %1 من %2</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>البداية</translation>
    </message>
    <message>
        <source>Take the clitic in</source>
        <translation>أدخِل السابقة</translation>
    </message>
    <message>
        <source>Write a note</source>
        <translation>اكتب حاشية</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>نعم</translation>
    </message>
</context>
<context>
    <name>Keys</name>
    <message>
        <source>%1 is the key of “%2”.</source>
        <translation>%1 مفتاح «%2».</translation>
    </message>
    <message>
        <source>All keys are as they came.</source>
        <translation>عادت المفاتيح كلها إلى الأصل.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>أغلق</translation>
    </message>
    <message>
        <source>Commands and their keys</source>
        <translation>الأوامر ومفاتيحها</translation>
    </message>
    <message>
        <source>Enter on a row, then press the new keys. Kept at once.</source>
        <translation>اضغط Enter على سطر، ثم المفاتيح الجديدة. تُحفظ فورًا.</translation>
    </message>
    <message>
        <source>Hashiya keys</source>
        <translation>مفاتيح حاشية</translation>
    </message>
    <message>
        <source>Hashiya: keys at a glance</source>
        <translation>حاشية: المفاتيح في صفحة</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>أبقِه</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>المفاتيح</translation>
    </message>
    <message>
        <source>Keys at a glance</source>
        <translation>المفاتيح في صفحة</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>الوسوم</translation>
    </message>
    <message>
        <source>Labels have their keys from the scheme.</source>
        <translation>مفاتيح الوسوم من المخطط.</translation>
    </message>
    <message>
        <source>Moving in the text</source>
        <translation>التنقّل في النص</translation>
    </message>
    <message>
        <source>No keys</source>
        <translation>احذف المفاتيح</translation>
    </message>
    <message>
        <source>Not saved: %1. Choose another folder.</source>
        <translation>لم يُحفظ: %1. اختر مجلدًا آخر.</translation>
    </message>
    <message>
        <source>One more</source>
        <translation>أضف مفتاحًا</translation>
    </message>
    <message>
        <source>Other keys</source>
        <translation>غيّر المفاتيح</translation>
    </message>
    <message>
        <source>Press the new keys; Esc leaves it as it is</source>
        <translation>اضغط المفاتيح الجديدة؛ Esc يُبقيها كما هي</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>اطبع…</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>أعده إلى الأصل</translation>
    </message>
    <message>
        <source>Reset all</source>
        <translation>أعد الكل إلى الأصل</translation>
    </message>
    <message>
        <source>Save as PDF…</source>
        <translation>احفظ بصيغة PDF…</translation>
    </message>
    <message>
        <source>Save the keys as PDF</source>
        <translation>حفظ المفاتيح بصيغة PDF</translation>
    </message>
    <message>
        <source>Saved: %1</source>
        <translation>حُفظ: %1</translation>
    </message>
    <message>
        <source>Search commands or keys</source>
        <translation>ابحث عن أمر أو مفتاح</translation>
    </message>
    <message>
        <source>Selecting in the text</source>
        <translation>الاختيار في النص</translation>
    </message>
    <message>
        <source>Take it</source>
        <translation>خذه</translation>
    </message>
    <message>
        <source>This key cannot be given to a command. Press another one.</source>
        <translation>هذا المفتاح لا يصلح لأمر. اضغط غيره.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>تراجع</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>معدَّل</translation>
    </message>
</context>
<context>
    <name>Links</name>
    <message>
        <source>Choose a span</source>
        <translation>اختر مقطعًا</translation>
    </message>
</context>
<context>
    <name>Loss</name>
    <message>
        <source>articles that nobody has worked on</source>
        <translation>أخبار لم يعمل عليها أحد</translation>
    </message>
    <message>
        <source>attributes</source>
        <translation>سمات</translation>
    </message>
    <message>
        <source>comments</source>
        <translation>ملاحظات</translation>
    </message>
    <message>
        <source>decisions of reviewers</source>
        <translation>قرارات المراجعين</translation>
    </message>
    <message>
        <source>events</source>
        <translation>أحداث</translation>
    </message>
    <message>
        <source>facts about articles beside the text</source>
        <translation>بيانات عن الأخبار غير النص</translation>
    </message>
    <message>
        <source>layers without how far they are</source>
        <translation>طبقات بلا حالة إنجازها</translation>
    </message>
    <message>
        <source>layers without their annotator&apos;s name</source>
        <translation>طبقات بلا اسم موسِّمها</translation>
    </message>
    <message>
        <source>notes on spans</source>
        <translation>حواشٍ على المقاطع</translation>
    </message>
    <message>
        <source>origins of spans: by hand, imported or suggested</source>
        <translation>منشأ المقاطع: يدوي أو مستورد أو مقترح</translation>
    </message>
    <message>
        <source>relations between spans</source>
        <translation>علاقات بين المقاطع</translation>
    </message>
    <message>
        <source>roles in events</source>
        <translation>أدوار في الأحداث</translation>
    </message>
    <message>
        <source>spans left out</source>
        <translation>مقاطع تُهمل</translation>
    </message>
    <message>
        <source>spans of several pieces, joined or parted</source>
        <translation>مقاطع من عدة أجزاء تُضمّ أو تُفصل</translation>
    </message>
    <message>
        <source>spans whose edges move to the edges of words</source>
        <translation>مقاطع تنتقل حدودها إلى حدود الكلمات</translation>
    </message>
</context>
<context>
    <name>Missing</name>
    <message numerus="yes">
        <source>%n things are missing</source>
        <translation>
            <numerusform>لا ينقص شيء</numerusform>
            <numerusform>ينقص أمر واحد</numerusform>
            <numerusform>ينقص أمران</numerusform>
            <numerusform>تنقص %Ln أمور</numerusform>
            <numerusform>ينقص %Ln أمرًا</numerusform>
            <numerusform>ينقص %Ln أمر</numerusform>
        </translation>
    </message>
    <message>
        <source>A quotation mark in this claim has no partner.</source>
        <translation>في هذا الادعاء علامة تنصيص بلا قرينتها.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>أغلق</translation>
    </message>
    <message>
        <source>Event %1</source>
        <translation>الحدث %1</translation>
    </message>
    <message>
        <source>Go there</source>
        <translation>اذهب إليه</translation>
    </message>
    <message>
        <source>Nothing is missing in this article.</source>
        <translation>لا ينقص هذا الخبرَ شيء.</translation>
    </message>
    <message>
        <source>The role “%1” is empty.</source>
        <translation>دور «%1» فارغ.</translation>
    </message>
    <message>
        <source>This span ends inside a letter with its mark.</source>
        <translation>ينتهي هذا المقطع بين حرف وحركته.</translation>
    </message>
    <message>
        <source>This span starts inside a letter with its mark.</source>
        <translation>يبدأ هذا المقطع بين حرف وحركته.</translation>
    </message>
    <message>
        <source>What is missing</source>
        <translation>ما ينقص</translation>
    </message>
    <message>
        <source>“%1” is not set yet.</source>
        <translation>لم يُحدَّد «%1» بعد.</translation>
    </message>
</context>
<context>
    <name>Notice</name>
    <message>
        <source>Close</source>
        <translation>أغلق</translation>
    </message>
</context>
<context>
    <name>Overview</name>
    <message>
        <source>%1 against %2: %3</source>
        <translation>%1 مقابل %2: %3</translation>
    </message>
    <message>
        <source>%1 and %2: %3</source>
        <translation>%1 و%2: %3</translation>
    </message>
    <message>
        <source>%1, 95 % interval %2</source>
        <translation>%1، مجال ثقة ٩٥٪: %2</translation>
    </message>
    <message>
        <source>%1, the worst %2 of them here</source>
        <translation>%1، وهنا أشدّ %2 منها</translation>
    </message>
    <message>
        <source>%1: %2 · %3: %4</source>
        <translation>%1: %2 · %3: %4</translation>
    </message>
    <message numerus="yes">
        <source>%n annotators</source>
        <translation>
            <numerusform>لا موسِّمين</numerusform>
            <numerusform>موسِّم واحد</numerusform>
            <numerusform>موسِّمان</numerusform>
            <numerusform>%Ln موسِّمين</numerusform>
            <numerusform>%Ln موسِّمًا</numerusform>
            <numerusform>%Ln موسِّم</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n annotators have finished articles, but no article is common to two of them.</source>
        <translation>
            <numerusform>لم يُنجز أي موسِّم خبرًا.</numerusform>
            <numerusform>أنجز موسِّم واحد أخبارًا، ولا خبر مشترك.</numerusform>
            <numerusform>أنجز موسِّمان أخبارًا، ولا خبر مشترك بينهما.</numerusform>
            <numerusform>أنجز %Ln موسِّمين أخبارًا، ولا خبر مشترك بين أي اثنين منهم.</numerusform>
            <numerusform>أنجز %Ln موسِّمًا أخبارًا، ولا خبر مشترك بين أي اثنين منهم.</numerusform>
            <numerusform>أنجز %Ln موسِّم أخبارًا، ولا خبر مشترك بين أي اثنين منهم.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n articles finished by two or more</source>
        <translation>
            <numerusform>لا أخبار أنجزها اثنان فأكثر</numerusform>
            <numerusform>خبر واحد أنجزه اثنان فأكثر</numerusform>
            <numerusform>خبران أنجزهما اثنان فأكثر</numerusform>
            <numerusform>%Ln أخبار أنجزها اثنان فأكثر</numerusform>
            <numerusform>%Ln خبرًا أنجزها اثنان فأكثر</numerusform>
            <numerusform>%Ln خبر أنجزها اثنان فأكثر</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n articles in common</source>
        <translation>
            <numerusform>لا أخبار مشتركة</numerusform>
            <numerusform>خبر مشترك واحد</numerusform>
            <numerusform>خبران مشتركان</numerusform>
            <numerusform>%Ln أخبار مشتركة</numerusform>
            <numerusform>%Ln خبرًا مشتركًا</numerusform>
            <numerusform>%Ln خبر مشترك</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n places</source>
        <translation>
            <numerusform>لا مواضع</numerusform>
            <numerusform>موضع واحد</numerusform>
            <numerusform>موضعان</numerusform>
            <numerusform>%Ln مواضع</numerusform>
            <numerusform>%Ln موضعًا</numerusform>
            <numerusform>%Ln موضع</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n spans</source>
        <translation>
            <numerusform>لا مقاطع</numerusform>
            <numerusform>مقطع واحد</numerusform>
            <numerusform>مقطعان</numerusform>
            <numerusform>%Ln مقاطع</numerusform>
            <numerusform>%Ln مقطعًا</numerusform>
            <numerusform>%Ln مقطع</numerusform>
        </translation>
    </message>
    <message>
        <source>Agreement</source>
        <translation>الاتفاق بين الموسِّمين</translation>
    </message>
    <message>
        <source>By label</source>
        <translation>لكل وسم</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>أغلق</translation>
    </message>
    <message>
        <source>Counting…</source>
        <translation>العدّ جارٍ…</translation>
    </message>
    <message numerus="yes">
        <source>Counting… %n articles so far</source>
        <translation>
            <numerusform>العدّ جارٍ… لم يُعدّ خبر بعد</numerusform>
            <numerusform>العدّ جارٍ… خبر واحد حتى الآن</numerusform>
            <numerusform>العدّ جارٍ… خبران حتى الآن</numerusform>
            <numerusform>العدّ جارٍ… %Ln أخبار حتى الآن</numerusform>
            <numerusform>العدّ جارٍ… %Ln خبرًا حتى الآن</numerusform>
            <numerusform>العدّ جارٍ… %Ln خبر حتى الآن</numerusform>
        </translation>
    </message>
    <message>
        <source>Disagreements</source>
        <translation>الخلافات</translation>
    </message>
    <message>
        <source>Disagreements about “%1”</source>
        <translation>خلافات حول «%1»</translation>
    </message>
    <message>
        <source>Disagreements of %1 and %2</source>
        <translation>خلافات %1 و%2</translation>
    </message>
    <message>
        <source>Disagreements of the week from %1</source>
        <translation>خلافات الأسبوع الذي يبدأ %1</translation>
    </message>
    <message>
        <source>Edge-normalised</source>
        <translation>حدود مُطبَّعة</translation>
    </message>
    <message>
        <source>Edge-normalised F1</source>
        <translation>الحدود المُطبَّعة (F1)</translation>
    </message>
    <message>
        <source>Exact</source>
        <translation>مطابقة تامة</translation>
    </message>
    <message>
        <source>Exact F1</source>
        <translation>المطابقة التامة (F1)</translation>
    </message>
    <message>
        <source>Exact F1, oldest on the left</source>
        <translation>المطابقة التامة (F1)، الأقدم يسارًا</translation>
    </message>
    <message>
        <source>Exact F1, oldest on the right</source>
        <translation>المطابقة التامة (F1)، الأقدم يمينًا</translation>
    </message>
    <message>
        <source>F1, 95 % interval</source>
        <translation>‏F1 مع مجال ثقة ٩٥٪</translation>
    </message>
    <message>
        <source>Go there</source>
        <translation>اذهب إليه</translation>
    </message>
    <message>
        <source>Krippendorff uα</source>
        <translation>‏uα لكريبندورف</translation>
    </message>
    <message>
        <source>Label confusion</source>
        <translation>أين يختلط الوسم</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>البحث جارٍ…</translation>
    </message>
    <message numerus="yes">
        <source>Looking… %n articles so far</source>
        <translation>
            <numerusform>البحث جارٍ… لم يُبحث في خبر بعد</numerusform>
            <numerusform>البحث جارٍ… في خبر واحد حتى الآن</numerusform>
            <numerusform>البحث جارٍ… في خبرين حتى الآن</numerusform>
            <numerusform>البحث جارٍ… في %Ln أخبار حتى الآن</numerusform>
            <numerusform>البحث جارٍ… في %Ln خبرًا حتى الآن</numerusform>
            <numerusform>البحث جارٍ… في %Ln خبر حتى الآن</numerusform>
        </translation>
    </message>
    <message>
        <source>Nobody has finished an article yet. Agreement shows as soon as two have finished the same one.</source>
        <translation>لم يُنجز أحد خبرًا بعد. يظهر الاتفاق متى أنجز اثنان الخبر نفسه.</translation>
    </message>
    <message>
        <source>None</source>
        <translation>لا وسم</translation>
    </message>
    <message>
        <source>None (no label)</source>
        <translation>لا وسم</translation>
    </message>
    <message>
        <source>Only %1 has finished articles. Agreement shows as soon as two have finished the same one.</source>
        <translation>لم يُنجز أخبارًا إلا %1. يظهر الاتفاق متى أنجز اثنان الخبر نفسه.</translation>
    </message>
    <message>
        <source>Over the weeks</source>
        <translation>عبر الأسابيع</translation>
    </message>
    <message>
        <source>Pair by pair</source>
        <translation>كل موسِّمَين معًا</translation>
    </message>
    <message>
        <source>Places</source>
        <translation>المواضع</translation>
    </message>
    <message>
        <source>Relaxed</source>
        <translation>متساهل</translation>
    </message>
    <message>
        <source>The weeks show here as soon as work was finished in two of them.</source>
        <translation>تظهر الأسابيع هنا متى أُنجز عمل في أسبوعين.</translation>
    </message>
    <message>
        <source>There is nothing here any more.</source>
        <translation>لم يبقَ هنا شيء.</translation>
    </message>
    <message>
        <source>Week from %1: %2</source>
        <translation>أسبوع يبدأ %1: %2</translation>
    </message>
    <message>
        <source>What counts as agreement</source>
        <translation>ما يُعدّ اتفاقًا</translation>
    </message>
    <message>
        <source>edges %1 · labels %2</source>
        <translation>الحدود %1 · الوسوم %2</translation>
    </message>
    <message numerus="yes">
        <source>in %n articles</source>
        <translation>
            <numerusform>ليس في أي خبر</numerusform>
            <numerusform>في خبر واحد</numerusform>
            <numerusform>في خبرين</numerusform>
            <numerusform>في %Ln أخبار</numerusform>
            <numerusform>في %Ln خبرًا</numerusform>
            <numerusform>في %Ln خبر</numerusform>
        </translation>
    </message>
    <message>
        <source>pick a cell to see its disagreements</source>
        <translation>اختر خانة لترى خلافاتها</translation>
    </message>
    <message>
        <source>spans</source>
        <translation>المقاطع</translation>
    </message>
    <message>
        <source>too few articles for an interval</source>
        <translation>الأخبار أقل من أن يُحسب لها مجال ثقة</translation>
    </message>
    <message>
        <source>undefined: %1</source>
        <translation>غير معرَّف: %1</translation>
    </message>
    <message>
        <source>undefined: nobody marked any %1</source>
        <translation>غير معرَّف: لم يسِم أحد مقطعًا بأنه %1</translation>
    </message>
    <message>
        <source>week %1</source>
        <translation>أسبوع %1</translation>
    </message>
    <message>
        <source>κ %1 on %2 of %3 matched</source>
        <translation>‏κ %1، تطابق %2 من %3</translation>
    </message>
</context>
<context>
    <name>Palette</name>
    <message>
        <source>Arabic and English names both work</source>
        <translation>تُفهم الأسماء العربية والإنكليزية معًا</translation>
    </message>
    <message>
        <source>Articles</source>
        <translation>أخبار</translation>
    </message>
    <message>
        <source>Command palette</source>
        <translation>لوحة الأوامر</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>أوامر</translation>
    </message>
    <message>
        <source>Commands · articles</source>
        <translation>أوامر · أخبار</translation>
    </message>
    <message>
        <source>No command and no article matches.</source>
        <translation>لا أمر ولا خبر يطابق.</translation>
    </message>
    <message>
        <source>Search or run a command</source>
        <translation>ابحث أو اكتب أمرًا</translation>
    </message>
    <message>
        <source>close</source>
        <translation>أغلق</translation>
    </message>
    <message>
        <source>do it</source>
        <translation>نفّذ</translation>
    </message>
    <message>
        <source>move</source>
        <translation>تنقّل</translation>
    </message>
</context>
<context>
    <name>Scheme</name>
    <message numerus="yes">
        <source>%n choices</source>
        <translation>
            <numerusform>لا خيارات</numerusform>
            <numerusform>خيار واحد</numerusform>
            <numerusform>خياران</numerusform>
            <numerusform>%Ln خيارات</numerusform>
            <numerusform>%Ln خيارًا</numerusform>
            <numerusform>%Ln خيار</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n events changed</source>
        <translation>
            <numerusform>لا حدث يتغيّر</numerusform>
            <numerusform>حدث واحد يتغيّر</numerusform>
            <numerusform>حدثان يتغيّران</numerusform>
            <numerusform>%Ln أحداث تتغيّر</numerusform>
            <numerusform>%Ln حدثًا يتغيّر</numerusform>
            <numerusform>%Ln حدث يتغيّر</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more annotators</source>
        <translation>
            <numerusform>لا موسِّمين غيرهم</numerusform>
            <numerusform>موسِّم آخر</numerusform>
            <numerusform>موسِّمان آخران</numerusform>
            <numerusform>%Ln موسِّمين آخرين</numerusform>
            <numerusform>%Ln موسِّمًا آخر</numerusform>
            <numerusform>%Ln موسِّم آخر</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n spans join their double</source>
        <translation>
            <numerusform>لا مقطع ينضم إلى مثله</numerusform>
            <numerusform>مقطع واحد ينضم إلى مثله</numerusform>
            <numerusform>مقطعان ينضمان إلى مثليهما</numerusform>
            <numerusform>%Ln مقاطع تنضم إلى أمثالها</numerusform>
            <numerusform>%Ln مقطعًا تنضم إلى أمثالها</numerusform>
            <numerusform>%Ln مقطع تنضم إلى أمثالها</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n spans lose a value</source>
        <translation>
            <numerusform>لا مقطع يفقد قيمة</numerusform>
            <numerusform>مقطع واحد يفقد قيمة</numerusform>
            <numerusform>مقطعان يفقدان قيمة</numerusform>
            <numerusform>%Ln مقاطع تفقد قيمة</numerusform>
            <numerusform>%Ln مقطعًا تفقد قيمة</numerusform>
            <numerusform>%Ln مقطع تفقد قيمة</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n spans relabelled</source>
        <translation>
            <numerusform>لا يتغيّر وسم أي مقطع</numerusform>
            <numerusform>يتغيّر وسم مقطع واحد</numerusform>
            <numerusform>يتغيّر وسم مقطعين</numerusform>
            <numerusform>يتغيّر وسم %Ln مقاطع</numerusform>
            <numerusform>يتغيّر وسم %Ln مقطعًا</numerusform>
            <numerusform>يتغيّر وسم %Ln مقطع</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n spans with another value</source>
        <translation>
            <numerusform>لا تتغيّر قيمة في أي مقطع</numerusform>
            <numerusform>تتغيّر قيمة في مقطع واحد</numerusform>
            <numerusform>تتغيّر قيمة في مقطعين</numerusform>
            <numerusform>تتغيّر قيمة في %Ln مقاطع</numerusform>
            <numerusform>تتغيّر قيمة في %Ln مقطعًا</numerusform>
            <numerusform>تتغيّر قيمة في %Ln مقطع</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n unaffected</source>
        <translation>
            <numerusform>لا يبقى شيء كما هو</numerusform>
            <numerusform>يبقى واحد كما هو</numerusform>
            <numerusform>يبقى اثنان كما هما</numerusform>
            <numerusform>يبقى %Ln كما هي</numerusform>
            <numerusform>يبقى %Ln كما هي</numerusform>
            <numerusform>يبقى %Ln كما هي</numerusform>
        </translation>
    </message>
    <message>
        <source>A count</source>
        <translation>عدد</translation>
    </message>
    <message>
        <source>A thin line</source>
        <translation>خط رفيع</translation>
    </message>
    <message>
        <source>Add a choice</source>
        <translation>أضف خيارًا</translation>
    </message>
    <message>
        <source>Add a label</source>
        <translation>أضف وسمًا</translation>
    </message>
    <message>
        <source>Add an attribute:</source>
        <translation>أضف سمة:</translation>
    </message>
    <message numerus="yes">
        <source>All %n spans stay as they are.</source>
        <translation>
            <numerusform>لا مقاطع.</numerusform>
            <numerusform>يبقى المقطع الوحيد كما هو.</numerusform>
            <numerusform>يبقى المقطعان كما هما.</numerusform>
            <numerusform>تبقى المقاطع كلها كما هي، وعددها %Ln.</numerusform>
            <numerusform>تبقى المقاطع كلها كما هي، وعددها %Ln.</numerusform>
            <numerusform>تبقى المقاطع كلها كما هي، وعددها %Ln.</numerusform>
        </translation>
    </message>
    <message>
        <source>Attributes</source>
        <translation>السمات</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>ألغِ</translation>
    </message>
    <message>
        <source>Choices</source>
        <translation>خيارات</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>اللون</translation>
    </message>
    <message>
        <source>Colour as #RRGGBB</source>
        <translation>اللون بصيغة ⁦#RRGGBB⁩</translation>
    </message>
    <message>
        <source>Contrast with the paper %1 to 1.</source>
        <translation>تباينه مع الورق %1 إلى واحد.</translation>
    </message>
    <message>
        <source>Dashes</source>
        <translation>شرطات</translation>
    </message>
    <message>
        <source>Dots</source>
        <translation>نقط</translation>
    </message>
    <message>
        <source>Earlier</source>
        <translation>قدِّم</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>الأحداث</translation>
    </message>
    <message>
        <source>For the colour-blind the nearest label is %1, at a distance of %2.</source>
        <translation>أقرب الوسوم إليه في عين المصاب بعمى الألوان «%1»، والمسافة %2.</translation>
    </message>
    <message>
        <source>Helper label</source>
        <translation>وسم مساعِد</translation>
    </message>
    <message>
        <source>Holds</source>
        <translation>تحمل</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>المفتاح</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>الوسوم</translation>
    </message>
    <message>
        <source>Labels and attributes</source>
        <translation>الوسوم والسمات</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>أخِّر</translation>
    </message>
    <message>
        <source>Letter</source>
        <translation>الحرف</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>الخط</translation>
    </message>
    <message>
        <source>Merge into</source>
        <translation>ادمجه في</translation>
    </message>
    <message>
        <source>Merge into…</source>
        <translation>ادمجه في…</translation>
    </message>
    <message>
        <source>Move, merge or split “%1”</source>
        <translation>انقل «%1» أو ادمجه أو افصل منه</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>الاسم</translation>
    </message>
    <message>
        <source>No</source>
        <translation>لا</translation>
    </message>
    <message>
        <source>Not saved yet. Once more leaves without saving.</source>
        <translation>لم يُحفظ بعد. اضغط مرة أخرى للخروج دون حفظ.</translation>
    </message>
    <message>
        <source>Nothing changes in any span.</source>
        <translation>لا يتغيّر شيء في أي مقطع.</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>مُطفأ</translation>
    </message>
    <message>
        <source>On</source>
        <translation>مستعمَل</translation>
    </message>
    <message>
        <source>One line</source>
        <translation>خط واحد</translation>
    </message>
    <message>
        <source>Required</source>
        <translation>لازمة</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>احفظ</translation>
    </message>
    <message>
        <source>Split by “%1”</source>
        <translation>افصل منه بحسب «%1»</translation>
    </message>
    <message>
        <source>Split…</source>
        <translation>افصل منه…</translation>
    </message>
    <message>
        <source>Step back</source>
        <translation>تراجع خطوة</translation>
    </message>
    <message>
        <source>Ticked choices into an attribute of their own</source>
        <translation>اجعل الخيارات المؤشَّرة سمة مستقلة</translation>
    </message>
    <message>
        <source>Two lines</source>
        <translation>خطان</translation>
    </message>
    <message>
        <source>Version %1</source>
        <translation>الإصدار %1</translation>
    </message>
    <message>
        <source>What happens to existing spans</source>
        <translation>ما يحدث للمقاطع الموجودة</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>كلمات</translation>
    </message>
    <message>
        <source>Yes or no</source>
        <translation>نعم أو لا</translation>
    </message>
    <message>
        <source>off</source>
        <translation>مُطفأ</translation>
    </message>
    <message>
        <source>required</source>
        <translation>لازمة</translation>
    </message>
</context>
<context>
    <name>Sentence</name>
    <message>
        <source>A choice cannot be merged with itself.</source>
        <translation>لا يُدمج الخيار في نفسه.</translation>
    </message>
    <message>
        <source>A choice&apos;s key is a Latin letter or a digit from 1 to 9.</source>
        <translation>مفتاح الخيار حرف لاتيني أو رقم من 1 إلى 9.</translation>
    </message>
    <message>
        <source>A colour is written #RRGGBB.</source>
        <translation>يُكتب اللون هكذا: ⁦#RRGGBB⁩.</translation>
    </message>
    <message>
        <source>A label cannot be merged with itself.</source>
        <translation>لا يُدمج الوسم في نفسه.</translation>
    </message>
    <message>
        <source>A label&apos;s key is a digit from 1 to 9 or a Latin letter.</source>
        <translation>مفتاح الوسم رقم من 1 إلى 9 أو حرف لاتيني.</translation>
    </message>
    <message>
        <source>A label&apos;s letter has {most} characters at most.</source>
        <translation>لا يزيد حرف الوسم على {most} من المحارف.</translation>
    </message>
    <message>
        <source>A name cannot be empty.</source>
        <translation>لا يكون الاسم فارغًا.</translation>
    </message>
    <message>
        <source>A name has 1 to {limit} characters, none of them hidden.</source>
        <translation>لا يكون الاسم فارغًا، ولا تزيد أحرفه على {limit}، ولا محرف خفيًا فيه.</translation>
    </message>
    <message>
        <source>A name has at most {limit} characters.</source>
        <translation>لا تزيد أحرف الاسم على {limit}.</translation>
    </message>
    <message>
        <source>A name needs at least one letter.</source>
        <translation>يحتاج الاسم إلى حرف واحد على الأقل.</translation>
    </message>
    <message>
        <source>A row of “{table}” ({row}) refers to a missing row of “{parent}”.</source>
        <translation>صف في «{table}» ({row}) يحيل إلى صف لا وجود له في «{parent}».</translation>
    </message>
    <message>
        <source>A split has from 2 to {most} parts, each with a name of its own and a number above 0.</source>
        <translation>للتقسيم من قسمين إلى {most} أقسام، لكل منها اسم يخصه وعدد أكبر من صفر.</translation>
    </message>
    <message>
        <source>A yes-or-no attribute cannot be required: not set means no.</source>
        <translation>لا تكون سمة «نعم أو لا» لازمة: فإن لم تُحدَّد فمعناها «لا».</translation>
    </message>
    <message>
        <source>An annotator is named twice.</source>
        <translation>ورد اسم موسِّم مرتين.</translation>
    </message>
    <message>
        <source>An attribute with choices needs at least one.</source>
        <translation>السمة ذات الخيارات تحتاج إلى خيار واحد على الأقل.</translation>
    </message>
    <message>
        <source>Another choice has the key {key} already.</source>
        <translation>المفتاح {key} لخيار آخر.</translation>
    </message>
    <message>
        <source>Another version of the scheme is in force there (version {number}); none of its work needs it.</source>
        <translation>يُعمل هناك بإصدار آخر من مخطط الوسوم (الإصدار {number})، ولا يحتاج إليه شيء من العمل المسلَّم.</translation>
    </message>
    <message>
        <source>Another window changed this article. Here is how it is now.</source>
        <translation>عُدّل هذا الخبر في نافذة أخرى، وهذه حاله الآن.</translation>
    </message>
    <message>
        <source>Article “{id}” has another text here; what was handed in on it was left out. To take it in beside ours, merge with --articles keep.</source>
        <translation>للخبر «{id}» هنا نص آخر، فتُرك ما سُلِّم عليه. لإدخاله إلى جانب نصنا أعد الجمع مع ‎--articles keep.</translation>
    </message>
    <message>
        <source>Article “{id}” has another text there; that one is kept beside ours, as “{other}”.</source>
        <translation>للخبر «{id}» هناك نص آخر، وقد حُفظ إلى جانب نصنا باسم «{other}».</translation>
    </message>
    <message>
        <source>As before, and و ف ب ك ل س ال written together with the first word do not count either.</source>
        <translation>كسابقه، ولا تُحتسب كذلك السوابق المتصلة بالكلمة الأولى (و ف ب ك ل س ال).</translation>
    </message>
    <message>
        <source>Change {seq} is not in the log.</source>
        <translation>التعديل {seq} ليس في سجل التعديلات.</translation>
    </message>
    <message>
        <source>Character F1</source>
        <translation>المطابقة بالحروف (F1)</translation>
    </message>
    <message>
        <source>Cohen&apos;s κ on matched spans</source>
        <translation>‏κ لكوهين على المقاطع المتطابقة</translation>
    </message>
    <message>
        <source>Columns can be mapped only in tables of articles. Leave out --format.</source>
        <translation>لا تُعيَّن الأعمدة إلا في جداول الأخبار. احذف ⁦--format⁩.</translation>
    </message>
    <message>
        <source>Edge-normalised F1</source>
        <translation>الحدود المُطبَّعة (F1)</translation>
    </message>
    <message>
        <source>Edge-normalised F1, without proclitics</source>
        <translation>الحدود المُطبَّعة دون السوابق (F1)</translation>
    </message>
    <message>
        <source>Event F1</source>
        <translation>الأحداث (F1)</translation>
    </message>
    <message>
        <source>Event {id} refers to a span that is not there: {span}.</source>
        <translation>الحدث {id} يحيل إلى مقطع لا وجود له: {span}.</translation>
    </message>
    <message>
        <source>Event {id}: span {span} does not fit the role “{role}”.</source>
        <translation>الحدث {id}: المقطع {span} لا يصلح لدور «{role}».</translation>
    </message>
    <message>
        <source>Event {id}: span {span} is no claim.</source>
        <translation>الحدث {id}: المقطع {span} ليس ادعاءً.</translation>
    </message>
    <message>
        <source>Event {id}: the scheme gives it no attribute “{name}” with this value.</source>
        <translation>الحدث {id}: لا سمة «{name}» بهذه القيمة له في المخطط.</translation>
    </message>
    <message>
        <source>Event {id}: the scheme has no event “{type}”.</source>
        <translation>الحدث {id}: لا حدث من نوع «{type}» في المخطط.</translation>
    </message>
    <message>
        <source>Every article cannot go to {overlap} people: there are {count}.</source>
        <translation>لا يمكن إسناد كل خبر إلى {overlap} من الموسِّمين، فعددهم {count}.</translation>
    </message>
    <message>
        <source>Every repeat of these words in the article is labelled.</source>
        <translation>كل تكرار لهذه العبارة في الخبر موسوم.</translation>
    </message>
    <message>
        <source>Exact F1</source>
        <translation>المطابقة التامة (F1)</translation>
    </message>
    <message>
        <source>Exact F1 when labels do not count: whether they found the same places, each place once.</source>
        <translation>المطابقة التامة دون احتساب الوسم: هل وجدا المواضع نفسها، وكل موضع مرة واحدة.</translation>
    </message>
    <message>
        <source>Exact F1 when punctuation, vowel marks and elongation at the edges do not count.</source>
        <translation>المطابقة التامة دون احتساب الترقيم والتشكيل والتطويل عند الحدود.</translation>
    </message>
    <message>
        <source>Export stopped. No file was left behind. Article “{article}” cannot be written: {reason}.</source>
        <translation>أُوقف التصدير ولم يبقَ منه ملف. تعذّرت كتابة الخبر «{article}»: {reason}.</translation>
    </message>
    <message>
        <source>Export stopped. No file was left behind. Article “{article}” has a label that the scheme lacks.</source>
        <translation>أُوقف التصدير ولم يبقَ منه ملف. في الخبر «{article}» وسم ليس في المخطط.</translation>
    </message>
    <message>
        <source>Export stopped. No file was left behind. Line {line} did not read back: {reason}</source>
        <translation>أُوقف التصدير ولم يبقَ منه ملف. لم يُقرأ السطر {line} كما كُتب: {reason}</translation>
    </message>
    <message>
        <source>Export stopped. No file was left behind. Spans that do not begin and end with a token: {count}. The first is “{quote}” in article “{article}”, at {position}. Let such spans be widened or left out.</source>
        <translation>أُوقف التصدير ولم يبقَ منه ملف. عدد المقاطع التي لا تبدأ وتنتهي عند حدّ وحدة: {count}. أولها «{quote}» في الخبر «{article}» عند {position}. اختر توسيع هذه المقاطع أو إهمالها.</translation>
    </message>
    <message>
        <source>Export stopped. No file was left behind. The disk can only be read.</source>
        <translation>أُوقف التصدير ولم يبقَ منه ملف. القرص للقراءة فقط.</translation>
    </message>
    <message>
        <source>Export stopped. No file was left behind. The disk is full.</source>
        <translation>أُوقف التصدير ولم يبقَ منه ملف. القرص ممتلئ.</translation>
    </message>
    <message>
        <source>Export stopped. No file was left behind. The disk reported an error.</source>
        <translation>أُوقف التصدير ولم يبقَ منه ملف. أبلغ القرص عن خلل.</translation>
    </message>
    <message>
        <source>Export stopped. No file was left behind. The file would be larger than the system allows.</source>
        <translation>أُوقف التصدير ولم يبقَ منه ملف. الملف أكبر مما يسمح به النظام.</translation>
    </message>
    <message>
        <source>Export stopped. No file was left behind. The labelling configuration cannot be written: {reason}</source>
        <translation>أُوقف التصدير ولم يبقَ منه ملف. تعذّرت كتابة إعداد الوسم: {reason}</translation>
    </message>
    <message>
        <source>Export stopped. No file was left behind. The name is too long.</source>
        <translation>أُوقف التصدير ولم يبقَ منه ملف. اسم الملف أطول مما يجوز.</translation>
    </message>
    <message>
        <source>Export stopped. No file was left behind. The system says: {reason}.</source>
        <translation>أُوقف التصدير ولم يبقَ منه ملف. يقول النظام: {reason}.</translation>
    </message>
    <message>
        <source>Export stopped. No file was left behind. The text of article “{article}” has a character ({code}) at {position} that XML cannot hold. Export as CAS JSON instead.</source>
        <translation>أُوقف التصدير ولم يبقَ منه ملف. في نص الخبر «{article}» محرف ({code}) عند الموضع {position} لا يقبله XML. صدِّره بصيغة CAS JSON.</translation>
    </message>
    <message>
        <source>Export stopped. No file was left behind. There is no such folder.</source>
        <translation>أُوقف التصدير ولم يبقَ منه ملف. لا مجلد بهذا الاسم.</translation>
    </message>
    <message>
        <source>Export stopped. No file was left behind. What was read back is not what was written.</source>
        <translation>أُوقف التصدير ولم يبقَ منه ملف. ما قُرئ من جديد ليس ما كُتب.</translation>
    </message>
    <message>
        <source>Export stopped. No file was left behind. Writing in this folder is not permitted.</source>
        <translation>أُوقف التصدير ولم يبقَ منه ملف. الكتابة في هذا المجلد غير مسموح بها.</translation>
    </message>
    <message>
        <source>Export stopped. No file was left behind. Your share of the disk is used up.</source>
        <translation>أُوقف التصدير ولم يبقَ منه ملف. استُنفدت حصتك من القرص.</translation>
    </message>
    <message>
        <source>Export stopped. This format needs “{name}”. Install it with: pip install &quot;hashiya[{extra}]&quot;</source>
        <translation>أُوقف التصدير. تحتاج هذه الصيغة إلى «{name}». ثبّته بالأمر: ⁦pip install &quot;hashiya[{extra}]&quot;⁩</translation>
    </message>
    <message>
        <source>Export stopped. “{path}” holds something else: “{name}”. Choose an empty folder or a new name.</source>
        <translation>أُوقف التصدير. في «{path}» شيء آخر: «{name}». اختر مجلدًا فارغًا أو اسمًا جديدًا.</translation>
    </message>
    <message>
        <source>Export stopped. “{path}” is a file; a folder is to be written there.</source>
        <translation>أُوقف التصدير. «{path}» ملف، والمطلوب كتابة مجلد هناك.</translation>
    </message>
    <message>
        <source>Export stopped. “{path}” is not a file that can be replaced.</source>
        <translation>أُوقف التصدير. «{path}» ليس ملفًا يجوز أن يحلّ غيره محلّه.</translation>
    </message>
    <message>
        <source>Fleiss&apos; κ on matched spans</source>
        <translation>‏κ لفلايس على المقاطع المتطابقة</translation>
    </message>
    <message>
        <source>For whom is the update? Say it with --annotator. There are: {names}.</source>
        <translation>لمن هذا التحديث؟ حدِّده بـ‎--annotator. في المشروع: {names}.</translation>
    </message>
    <message>
        <source>Gold event {id} has no decision.</source>
        <translation>الحدث {id} في المرجع بلا قرار.</translation>
    </message>
    <message>
        <source>Gold span {id} has no decision.</source>
        <translation>المقطع {id} في المرجع بلا قرار.</translation>
    </message>
    <message>
        <source>Hidden control character ({code}): it can disguise text.</source>
        <translation>محرف تحكم خفي ({code}) قد يموّه النص.</translation>
    </message>
    <message>
        <source>How far edges and labels agree beyond chance, for all annotators: 1 is perfect, 0 is chance.</source>
        <translation>مدى اتفاق الحدود والوسوم فوق المصادفة، لكل الموسِّمين: الواحد تام والصفر مصادفة.</translation>
    </message>
    <message>
        <source>How far labels agree beyond chance where the spans of two overlap.</source>
        <translation>مدى اتفاق الوسوم فوق المصادفة حيث تتداخل مقاطع اثنين.</translation>
    </message>
    <message>
        <source>How far they agree beyond chance on what is marked at all.</source>
        <translation>مدى اتفاقهم فوق المصادفة على ما يوسَم أصلًا.</translation>
    </message>
    <message>
        <source>How far two annotators agree on the label beyond chance, on spans that match.</source>
        <translation>مدى اتفاق موسِّمَين على الوسم فوق المصادفة، في المقاطع المتطابقة.</translation>
    </message>
    <message>
        <source>How many events one made the other made too: those that share most of their spans.</source>
        <translation>كم من أحداث أحدهما أنشأه الآخر أيضًا: ما يشترك في أكثر مقاطعه.</translation>
    </message>
    <message>
        <source>How many of the spans one marked the other marked too: same letters, same label.</source>
        <translation>كم من مقاطع أحدهما وسمه الآخر أيضًا: الحروف نفسها والوسم نفسه.</translation>
    </message>
    <message>
        <source>How many parts are played by nearly the same span in events that match.</source>
        <translation>كم من الأدوار يؤديه مقطع شبه مطابق في أحداث متطابقة.</translation>
    </message>
    <message>
        <source>How many parts are played by the same span in events that match.</source>
        <translation>كم من الأدوار يؤديه المقطع نفسه في أحداث متطابقة.</translation>
    </message>
    <message>
        <source>How many spans find a partner of the same label that shares at least half of what both cover.</source>
        <translation>كم من المقاطع يجد قرينًا بالوسم نفسه يشاركه نصف ما يغطيانه على الأقل.</translation>
    </message>
    <message>
        <source>How much better the best alignment of two annotators&apos; spans is than chance, overlapping spans too.</source>
        <translation>كم يفوق المصادفةَ أفضلُ تقابل بين مقاطع موسِّمَين، ومنها المقاطع المتداخلة.</translation>
    </message>
    <message>
        <source>How much of the marked text both put under the same label, letter by letter.</source>
        <translation>كم من النص الموسوم وضعه الاثنان تحت الوسم نفسه، حرفًا حرفًا.</translation>
    </message>
    <message>
        <source>In the scheme, “{part}” is not what it should be.</source>
        <translation>«{part}» في المخطط ليس على ما ينبغي.</translation>
    </message>
    <message>
        <source>In “{path}”, the hand-in {layer} is not what was handed in: it was altered afterwards.</source>
        <translation>التسليم {layer} في «{path}» ليس ما سُلِّم: غُيِّر بعد تسليمه.</translation>
    </message>
    <message>
        <source>In “{path}”, “{name}” of another program is tied to “{table}”. Remove it with that program.</source>
        <translation>في «{path}» شيء من برنامج آخر، «{name}»، مرتبط بـ«{table}». احذفه بذلك البرنامج.</translation>
    </message>
    <message>
        <source>In “{path}”, “{name}” was altered by another program.</source>
        <translation>في «{path}» عُدّل «{name}» ببرنامج آخر.</translation>
    </message>
    <message>
        <source>It does not count spans: it goes by length. By custom 0.80 is reliable and 0.667 tentative, no more.</source>
        <translation>لا يعدّ المقاطع بل يقيس بالطول. وجرى العرف أن ٠٫٨٠ موثوق و٠٫٦٦٧ مبدئي، لا أكثر.</translation>
    </message>
    <message>
        <source>It does not count spans: one long span outweighs ten short ones.</source>
        <translation>لا يعدّ المقاطع: مقطع طويل واحد يرجح على عشرة قصيرة.</translation>
    </message>
    <message>
        <source>It does not forgive another word at the edge.</source>
        <translation>لا يتسامح في كلمة زائدة أو ناقصة عند الحدّ.</translation>
    </message>
    <message>
        <source>It does not forgive different edges of the span that plays the part.</source>
        <translation>لا يتسامح في حدود المقطع الذي يؤدي الدور.</translation>
    </message>
    <message>
        <source>It does not know whether a first letter is a proclitic or belongs to the word.</source>
        <translation>لا يعرف أسابقةٌ الحرف الأول أم من أصل الكلمة.</translation>
    </message>
    <message>
        <source>It does not look at labels.</source>
        <translation>لا ينظر في الوسوم.</translation>
    </message>
    <message>
        <source>It does not repeat exactly under another seed, for chance is drawn; for three or more it is a mean.</source>
        <translation>لا يتكرر بالضبط ببذرة أخرى لأن المصادفة تُقدَّر بالقرعة؛ وهو متوسط إن كانوا ثلاثة أو أكثر.</translation>
    </message>
    <message>
        <source>It does not say that the edges agree; each span has one partner at most.</source>
        <translation>لا يعني أن الحدود متفقة؛ ولكل مقطع قرين واحد على الأكثر.</translation>
    </message>
    <message>
        <source>It does not say that the edges of the span agree.</source>
        <translation>لا يعني أن حدود المقطع متفقة.</translation>
    </message>
    <message>
        <source>It does not say that the same spans play the same parts.</source>
        <translation>لا يعني أن المقاطع نفسها تؤدي الأدوار نفسها.</translation>
    </message>
    <message>
        <source>It does not say that they call them the same.</source>
        <translation>لا يعني أنهما سمّياها الاسم نفسه.</translation>
    </message>
    <message>
        <source>It does not see spans without a match: read it with how many matched.</source>
        <translation>لا يرى مقطعًا بلا قرين: اقرأه مع عدد المتطابق.</translation>
    </message>
    <message>
        <source>It does not see what one of them left out.</source>
        <translation>لا يرى ما تركه أحدهم.</translation>
    </message>
    <message>
        <source>It does not see what only one has marked.</source>
        <translation>لا يرى ما وسمه واحد فقط.</translation>
    </message>
    <message>
        <source>It does not tell near misses from spans that are missing, nor who is right.</source>
        <translation>لا يميّز القريب من الناقص، ولا يقول مَن المصيب.</translation>
    </message>
    <message>
        <source>It ended without an answer: {reason}</source>
        <translation>انتهى العمل دون جواب: {reason}</translation>
    </message>
    <message>
        <source>It was made with a newer version of the program ({theirs}; this is {ours}).</source>
        <translation>أُنشئ بإصدار أحدث من البرنامج ({theirs}، وهذا {ours}).</translation>
    </message>
    <message>
        <source>It was stopped. What was finished until then is kept.</source>
        <translation>أُوقف العمل، وما أُنجز قبل ذلك محفوظ.</translation>
    </message>
    <message>
        <source>Krippendorff uα</source>
        <translation>‏uα لكريبندورف</translation>
    </message>
    <message>
        <source>Krippendorff uα, edges</source>
        <translation>‏uα لكريبندورف، الحدود</translation>
    </message>
    <message>
        <source>Krippendorff uα, labels</source>
        <translation>‏uα لكريبندورف، الوسوم</translation>
    </message>
    <message>
        <source>Krippendorff&apos;s α on matched spans</source>
        <translation>‏α لكريبندورف على المقاطع المتطابقة</translation>
    </message>
    <message>
        <source>Line {line} of the scheme, “{part}”: {reason}</source>
        <translation>السطر {line} من المخطط، «{part}»: {reason}</translation>
    </message>
    <message>
        <source>No backup could be made at “{path}”: {reason}.</source>
        <translation>تعذّر أخذ نسخة احتياطية في «{path}»: {reason}.</translation>
    </message>
    <message>
        <source>No font with Arabic was found. Text stays readable; install Noto Naskh Arabic for the best result.</source>
        <translation>لا خط عربيًا في هذا الجهاز. يبقى النص مقروءًا، والأفضل تثبيت Noto Naskh Arabic.</translation>
    </message>
    <message>
        <source>No other span of the article fits here.</source>
        <translation>لا مقطع آخر في الخبر يصلح هنا.</translation>
    </message>
    <message>
        <source>Nobody called “{name}” works in this project. There are: {names}.</source>
        <translation>لا موسِّم باسم «{name}» في هذا المشروع. فيه: {names}.</translation>
    </message>
    <message>
        <source>Not kept: a text holds half a character, which no file can hold.</source>
        <translation>لم يُحفظ: في أحد النصوص نصف محرف، وهذا لا يُحفظ في ملف.</translation>
    </message>
    <message>
        <source>Not kept: another program is writing to the project. Nothing was changed.</source>
        <translation>لم يُحفظ: برنامج آخر يكتب في المشروع. لم يتغيّر شيء.</translation>
    </message>
    <message>
        <source>Not kept: the disk is full. Nothing was changed.</source>
        <translation>لم يُحفظ: القرص ممتلئ. لم يتغيّر شيء.</translation>
    </message>
    <message>
        <source>Not kept: the disk reported an error. Nothing was changed.</source>
        <translation>لم يُحفظ: أبلغ القرص عن خلل. لم يتغيّر شيء.</translation>
    </message>
    <message>
        <source>Not kept: the project file cannot be written to. Nothing was changed.</source>
        <translation>لم يُحفظ: تعذّرت الكتابة في ملف المشروع. لم يتغيّر شيء.</translation>
    </message>
    <message>
        <source>Not kept: the project file is damaged. Restore a backup.</source>
        <translation>لم يُحفظ: ملف المشروع تالف. استعِد نسخة احتياطية.</translation>
    </message>
    <message>
        <source>Not kept: the project is open for reading only.</source>
        <translation>لم يُحفظ: المشروع مفتوح للقراءة فقط.</translation>
    </message>
    <message>
        <source>Not kept: {reason}. Nothing was changed.</source>
        <translation>لم يُحفظ: {reason}. لم يتغيّر شيء.</translation>
    </message>
    <message>
        <source>Not kept: “{path}” was moved, replaced or deleted while it was open. Open the project again.</source>
        <translation>لم يُحفظ: نُقل «{path}» أو استُبدل أو حُذف وهو مفتوح. افتح المشروع من جديد.</translation>
    </message>
    <message>
        <source>Not saved: the labels were changed in another window meanwhile. Close this and open it again.</source>
        <translation>لم يُحفظ: عُدّلت الوسوم في نافذة أخرى في أثناء ذلك. أغلق هذه اللوحة وافتحها من جديد.</translation>
    </message>
    <message>
        <source>Nothing is missing in this article.</source>
        <translation>لا ينقص هذا الخبرَ شيء.</translation>
    </message>
    <message>
        <source>Nothing selected yet. Highlight words in the text to label them.</source>
        <translation>لم تحدّد شيئًا بعد. ظلّل عبارة في النص لتسِمها.</translation>
    </message>
    <message>
        <source>Nothing to redo</source>
        <translation>لا شيء يُعاد</translation>
    </message>
    <message>
        <source>Nothing to undo</source>
        <translation>لا شيء يُتراجع عنه</translation>
    </message>
    <message>
        <source>Nothing would be left of the span. Delete removes it.</source>
        <translation>لن يبقى من المقطع شيء. مفتاح Delete يحذفه.</translation>
    </message>
    <message>
        <source>Only an attribute with choices can get one more.</source>
        <translation>لا يُضاف خيار إلا إلى سمة ذات خيارات.</translation>
    </message>
    <message>
        <source>Only attributes of the same kind can be merged, or any into one of words.</source>
        <translation>لا تُدمج إلا سمتان من نوع واحد، أو أي سمة في سمة كلمات.</translation>
    </message>
    <message>
        <source>Others wrote this comment, or answered it. Mark it as settled.</source>
        <translation>كتب هذه الملاحظةَ غيرُك أو أجاب عنها. عُدَّها محسومة.</translation>
    </message>
    <message>
        <source>Pick a span first, or label one: its repeats are looked for.</source>
        <translation>حدّد مقطعًا أولًا، أو سِم عبارة، ليُبحث عن تكرارها.</translation>
    </message>
    <message>
        <source>Pick a span first: then it can be linked to another.</source>
        <translation>حدّد مقطعًا أولًا، فيمكن ربطه بآخر.</translation>
    </message>
    <message>
        <source>Relation {id} refers to a span that is not there: {span}.</source>
        <translation>العلاقة {id} تحيل إلى مقطع لا وجود له: {span}.</translation>
    </message>
    <message>
        <source>Relation {id}: the scheme does not let these spans be linked so.</source>
        <translation>العلاقة {id}: لا يجيز المخطط ربط هذين المقطعين بها.</translation>
    </message>
    <message>
        <source>Relation {id}: the scheme has no relation “{type}”.</source>
        <translation>العلاقة {id}: لا علاقة من نوع «{type}» في المخطط.</translation>
    </message>
    <message>
        <source>Relaxed F1</source>
        <translation>المطابقة المتساهلة (F1)</translation>
    </message>
    <message>
        <source>Role F1, exact</source>
        <translation>الأدوار، مطابقة تامة (F1)</translation>
    </message>
    <message>
        <source>Role F1, relaxed</source>
        <translation>الأدوار، مطابقة متساهلة (F1)</translation>
    </message>
    <message>
        <source>Row {row} of “{table}” is damaged: “{column}” does not hold what it should.</source>
        <translation>الصف {row} من «{table}» تالف: ليس في «{column}» ما ينبغي.</translation>
    </message>
    <message>
        <source>Row {row}: {reason}</source>
        <translation>الصف {row}: {reason}</translation>
    </message>
    <message>
        <source>Select the words to add to the picked span first.</source>
        <translation>اختر أولًا العبارة التي تضيفها إلى المقطع.</translation>
    </message>
    <message>
        <source>Some of the choices must go, and some must stay.</source>
        <translation>لا بد أن يُفصل بعض الخيارات ويبقى بعضها.</translation>
    </message>
    <message>
        <source>Something was put into this event already. Start a new one for another type.</source>
        <translation>وُضع في هذا الحدث شيء من قبل. ابدأ حدثًا جديدًا لنوع آخر.</translation>
    </message>
    <message>
        <source>Span {id} begins or ends inside a letter with its mark.</source>
        <translation>يبدأ المقطع {id} أو ينتهي بين حرف وحركته.</translation>
    </message>
    <message>
        <source>Span {id}: its start or end is not that of its fragments.</source>
        <translation>المقطع {id}: بدايته أو نهايته لا تطابق أجزاءه.</translation>
    </message>
    <message>
        <source>Span {id}: label “{label}” is not in the scheme.</source>
        <translation>المقطع {id}: الوسم «{label}» ليس في المخطط.</translation>
    </message>
    <message>
        <source>Span {id}: the scheme gives “{label}” no attribute “{name}” with this value.</source>
        <translation>المقطع {id}: لا سمة «{name}» بهذه القيمة للوسم «{label}» في المخطط.</translation>
    </message>
    <message>
        <source>Span {id}: {fault}.</source>
        <translation>المقطع {id}: {fault}.</translation>
    </message>
    <message>
        <source>The answer could not be written: {reason}.</source>
        <translation>تعذّرت كتابة الجواب: {reason}.</translation>
    </message>
    <message>
        <source>The article has no span that fits here.</source>
        <translation>لا مقطع في الخبر يصلح هنا.</translation>
    </message>
    <message>
        <source>The article has {count} gold layers; it may have one.</source>
        <translation>للخبر {count} من طبقات المرجع، ولا تكون له إلا واحدة.</translation>
    </message>
    <message>
        <source>The backup “{path}” did not pass its check; nothing was replaced.</source>
        <translation>لم تجتز النسخة الاحتياطية «{path}» الفحص، فلم يُمسّ ما قبلها.</translation>
    </message>
    <message>
        <source>The caret stands in no fragment of the picked span.</source>
        <translation>ليس المؤشر في جزء من أجزاء المقطع المحدَّد.</translation>
    </message>
    <message>
        <source>The clock of “{name}” was ahead: work is dated {moment}. It was taken in as it is.</source>
        <translation>كانت ساعة «{name}» متقدمة: في العمل تاريخ {moment}. أُدخل كما هو.</translation>
    </message>
    <message>
        <source>The data was written and checked, but its manifest may be missing. Export again.</source>
        <translation>كُتبت البيانات وفُحصت، وقد ينقصها ملف البيان. صدِّر من جديد.</translation>
    </message>
    <message>
        <source>The event names somebody there. Take the span out first.</source>
        <translation>في الحدث مقطع بهذا الدور. أخرِجه أولًا.</translation>
    </message>
    <message>
        <source>The file is damaged: {reason}.</source>
        <translation>الملف تالف: {reason}.</translation>
    </message>
    <message>
        <source>The import stopped after {count} records. {reason} Import again to go on from there.</source>
        <translation>توقّف الاستيراد بعد {count} من السجلات. {reason} استورد من جديد لمتابعة ما بقي.</translation>
    </message>
    <message>
        <source>The layer says {counted} spans and has {found}.</source>
        <translation>عدد المقاطع المسجَّل في الطبقة {counted}، والموجود فيها {found}.</translation>
    </message>
    <message>
        <source>The layer says “{value}”, which is none of these: {known}.</source>
        <translation>في الطبقة القيمة «{value}»، وليست من هذه: {known}.</translation>
    </message>
    <message>
        <source>The map of labels “{path}” cannot be read: {reason}</source>
        <translation>تعذّرت قراءة خريطة الوسوم «{path}»: {reason}</translation>
    </message>
    <message>
        <source>The map of labels “{path}” is not TOML: {reason}.</source>
        <translation>خريطة الوسوم «{path}» ليست بصيغة TOML: {reason}.</translation>
    </message>
    <message>
        <source>The map of labels “{path}” sends “{label}” to “{target}”, which is not a label of the scheme.</source>
        <translation>تحيل خريطة الوسوم «{path}» «{label}» إلى «{target}»، وليس من وسوم المخطط.</translation>
    </message>
    <message>
        <source>The name holds a hidden character ({code}).</source>
        <translation>في الاسم محرف خفي ({code}).</translation>
    </message>
    <message>
        <source>The name of annotator {id} is empty, too long, or holds hidden characters.</source>
        <translation>اسم الموسِّم {id} فارغ أو أطول مما يجوز أو فيه محارف خفية.</translation>
    </message>
    <message>
        <source>The program could not be started: {reason}.</source>
        <translation>تعذّر تشغيل البرنامج: {reason}.</translation>
    </message>
    <message>
        <source>The project is damaged: a row of “{table}” cannot be read ({reason}). Restore a backup.</source>
        <translation>المشروع تالف: تعذّرت قراءة صف من «{table}» ({reason}). استعِد نسخة احتياطية.</translation>
    </message>
    <message>
        <source>The project is damaged: it has no scheme of labels. Restore a backup.</source>
        <translation>المشروع تالف: لا مخطط وسوم فيه. استعِد نسخة احتياطية.</translation>
    </message>
    <message>
        <source>The same for any number of annotators, also where some marked nothing.</source>
        <translation>مثله لأي عدد من الموسِّمين، وإن لم يسِم بعضهم شيئًا.</translation>
    </message>
    <message>
        <source>The same where all annotators marked something.</source>
        <translation>مثله حيث وسم الموسِّمون جميعًا شيئًا.</translation>
    </message>
    <message>
        <source>The scheme does not let these spans be linked so.</source>
        <translation>لا يتيح المخطط ربط هذين المقطعين على هذا النحو.</translation>
    </message>
    <message>
        <source>The scheme does not let this span take that part.</source>
        <translation>لا يتيح مخطط الوسوم هذا الدور لهذا المقطع.</translation>
    </message>
    <message>
        <source>The scheme has no labels.</source>
        <translation>لا وسوم في المخطط.</translation>
    </message>
    <message>
        <source>The scheme has no word for nobody in this role.</source>
        <translation>لا يتيح مخطط الوسوم أن يُقال إن أحدًا لم يُذكر بهذا الدور.</translation>
    </message>
    <message>
        <source>The scheme is not valid TOML: {reason}.</source>
        <translation>المخطط ليس TOML سليمًا: {reason}.</translation>
    </message>
    <message>
        <source>The scheme links this label to no other.</source>
        <translation>لا علاقة لهذا الوسم بغيره في المخطط.</translation>
    </message>
    <message>
        <source>The scheme of this project has no events.</source>
        <translation>لا أحداث في مخطط هذا المشروع.</translation>
    </message>
    <message>
        <source>The scheme was changed here too (version {number}), so it stays in force. To work by the lead&apos;s version, merge with --schemes take.</source>
        <translation>عُدِّل مخطط الوسوم هنا أيضًا (الإصدار {number})، فبقي هو المعمول به. للعمل بإصدار المراجِع أعد الجمع مع ‎--schemes take.</translation>
    </message>
    <message>
        <source>The scheme “{path}” cannot be read: {reason}.</source>
        <translation>تعذّرت قراءة مخطط الوسوم «{path}»: {reason}.</translation>
    </message>
    <message>
        <source>The text is not the one that was imported: its hash differs.</source>
        <translation>النص ليس الذي استُورد: بصمته مختلفة.</translation>
    </message>
    <message>
        <source>There are no articles to hand out. Import some first.</source>
        <translation>لا أخبار لتوزيعها. استورد أخبارًا أولًا.</translation>
    </message>
    <message>
        <source>There are no words in the selection.</source>
        <translation>لا كلمات في العبارة المحدَّدة.</translation>
    </message>
    <message>
        <source>There is no article “{id}” in the project.</source>
        <translation>لا خبر بالمعرّف «{id}» في المشروع.</translation>
    </message>
    <message>
        <source>There is no format “{name}” to read. There are: {names}.</source>
        <translation>لا صيغة للقراءة باسم «{name}». الصيغ: {names}.</translation>
    </message>
    <message>
        <source>There is no format “{name}” to write. There are: {names}.</source>
        <translation>لا صيغة للكتابة باسم «{name}». الصيغ: {names}.</translation>
    </message>
    <message>
        <source>There is no free key left.</source>
        <translation>لم يبقَ مفتاح غير مستعمَل.</translation>
    </message>
    <message>
        <source>There is no project at “{path}”.</source>
        <translation>لا مشروع في «{path}».</translation>
    </message>
    <message>
        <source>There is nothing to hand in: no article was finished, or changed since the last hand-in. Unfinished articles: {count}. To write an earlier hand-in again, use --all.</source>
        <translation>لا شيء للتسليم: لم يُنجَز خبر، ولم يتغيّر شيء بعد التسليم الأخير. أخبار لم تُنجَز: {count}. لكتابة تسليم سابق مرة أخرى استعمل ‎--all.</translation>
    </message>
    <message>
        <source>These spans are linked so already.</source>
        <translation>هذان المقطعان مرتبطان على هذا النحو من قبل.</translation>
    </message>
    <message>
        <source>These words already have this label.</source>
        <translation>هذه العبارة موسومة بهذا الوسم من قبل.</translation>
    </message>
    <message>
        <source>These words had no other attributes before.</source>
        <translation>لم تكن لهذه العبارة سمات أخرى من قبل.</translation>
    </message>
    <message>
        <source>This article has no events yet.</source>
        <translation>لا أحداث في هذا الخبر بعد.</translation>
    </message>
    <message>
        <source>This command works while you type, too, so its key needs Ctrl or Alt.</source>
        <translation>يعمل هذا الأمر في أثناء الكتابة أيضًا، فلا بدّ في مفتاحه من Ctrl أو Alt.</translation>
    </message>
    <message>
        <source>This event or span is no longer there.</source>
        <translation>لم يعد هذا الحدث أو المقطع موجودًا.</translation>
    </message>
    <message>
        <source>This link or span is no longer there.</source>
        <translation>لم يعد هذا الرابط أو المقطع موجودًا.</translation>
    </message>
    <message>
        <source>This update is for somebody else than this project was handed out to.</source>
        <translation>هذا التحديث موجَّه إلى غير من سُلِّم إليه هذا المشروع.</translation>
    </message>
    <message>
        <source>Two of the names lead to the same file, “{path}”. Name them otherwise.</source>
        <translation>اسمان يؤديان إلى ملف واحد هو «{path}». غيِّر أحدهما.</translation>
    </message>
    <message>
        <source>Two people are called “{name}” ({first} and {second}); their work is kept apart. If they are one person, merge again with --same-person {second}={first}.</source>
        <translation>شخصان اسمهما «{name}» ({first} و{second})، وبقي عمل كل منهما على حدة. إن كانا شخصًا واحدًا فأعد الجمع مع ‎--same-person {second}={first}.</translation>
    </message>
    <message>
        <source>Unlabelled F1</source>
        <translation>المطابقة دون الوسم (F1)</translation>
    </message>
    <message>
        <source>Version {number} of its scheme was not here. It was kept beside ours and is not in force.</source>
        <translation>الإصدار {number} من مخطط وسومه لم يكن هنا. حُفظ إلى جانب مخططنا، ولا يُعمل به.</translation>
    </message>
    <message>
        <source>a cell is longer than {limit} characters.</source>
        <translation>في الصف خانة تزيد أحرفها على {limit}.</translation>
    </message>
    <message>
        <source>a cell is longer than {limit} characters; a quotation mark may be open. The rest was not read.</source>
        <translation>في الصف خانة تزيد أحرفها على {limit}، ولعل علامة تنصيص لم تُغلق. لم يُقرأ الباقي.</translation>
    </message>
    <message>
        <source>a feature structure is without “{id}” or “{kind}”.</source>
        <translation>في الملف بنية بلا «{id}» أو بلا «{kind}».</translation>
    </message>
    <message>
        <source>a line of it is too long</source>
        <translation>فيها سطر أطول من المسموح</translation>
    </message>
    <message>
        <source>a part of its path is not a folder.</source>
        <translation>في مساره ما ليس مجلدًا.</translation>
    </message>
    <message>
        <source>a quotation mark that opens in this row is never closed; the rest of the file was not read.</source>
        <translation>في هذا الصف علامة تنصيص تُفتح ولا تُغلق، فلم يُقرأ باقي الملف.</translation>
    </message>
    <message>
        <source>a row group of the file is larger than {limit} MB.</source>
        <translation>في الملف مجموعة صفوف أكبر من {limit} ميغابايت.</translation>
    </message>
    <message>
        <source>a sentence is without tokens.</source>
        <translation>في الملف جملة بلا وحدات.</translation>
    </message>
    <message>
        <source>a span has no fragments.</source>
        <translation>فيه مقطع بلا أجزاء.</translation>
    </message>
    <message>
        <source>a text holds a NUL character (U+0000).</source>
        <translation>في أحد نصوصه محرف NUL (U+0000).</translation>
    </message>
    <message>
        <source>a text holds half a character ({code}, a lone surrogate) at {position}.</source>
        <translation>في أحد نصوصه نصف محرف عند الموضع {position} ({code}، surrogate بلا قرين).</translation>
    </message>
    <message>
        <source>a text in it is not UTF-8.</source>
        <translation>فيه نص ليس بترميز UTF-8.</translation>
    </message>
    <message>
        <source>a version is 1 or more.</source>
        <translation>لا يقل رقم الإصدار عن واحد.</translation>
    </message>
    <message>
        <source>a weight is a number from 0 to {most}.</source>
        <translation>الوزن عدد من صفر إلى {most}.</translation>
    </message>
    <message>
        <source>agreed</source>
        <translation>متفق عليه</translation>
    </message>
    <message>
        <source>an article may have at most {limit} characters. Split it into several.</source>
        <translation>لا تزيد أحرف الخبر على {limit}. قسّمه إلى عدة أخبار.</translation>
    </message>
    <message>
        <source>an article may have at most {limit} tokens. Split it into several.</source>
        <translation>لا تزيد وحدات الخبر على {limit}. قسّمه أخبارًا.</translation>
    </message>
    <message>
        <source>an id in it already belongs to other work in the project.</source>
        <translation>فيه معرّف يخص عملًا آخر في المشروع.</translation>
    </message>
    <message>
        <source>annotation {id} ({kind}) begins or ends inside a character, at {begin} to {end}.</source>
        <translation>التوسيم {id} ‏({kind}) يبدأ أو ينتهي داخل محرف، من {begin} إلى {end}.</translation>
    </message>
    <message>
        <source>annotation {id} ({kind}) has no label.</source>
        <translation>التوسيم {id} ‏({kind}) بلا وسم.</translation>
    </message>
    <message>
        <source>annotation {id} ({kind}) says {begin} to {end}, which is not in the text.</source>
        <translation>التوسيم {id} ‏({kind}): المكتوب أنه من {begin} إلى {end}، وهذا خارج النص.</translation>
    </message>
    <message>
        <source>annotation {id} refers to {target}, which is not there.</source>
        <translation>التوسيم {id} يحيل إلى {target}، وهو غير موجود.</translation>
    </message>
    <message>
        <source>annotation {id}: “{key}” is not a list of pairs.</source>
        <translation>التوسيم {id}: «{key}» ليس قائمة أزواج.</translation>
    </message>
    <message>
        <source>annotations on no text at all were passed over: {count}.</source>
        <translation>تُرك التوسيم الذي لا يقع على نص، وعدده: {count}.</translation>
    </message>
    <message>
        <source>byte {position} cannot be read as {encoding}.</source>
        <translation>البايت {position} لا يُقرأ بترميز {encoding}.</translation>
    </message>
    <message>
        <source>byte {position} is not UTF-8, while the rest is: the file is damaged or cut off.</source>
        <translation>البايت {position} ليس UTF-8 خلافًا للباقي: الملف تالف أو مبتور.</translation>
    </message>
    <message>
        <source>byte {position} is not UTF-8.</source>
        <translation>البايت {position} ليس من UTF-8.</translation>
    </message>
    <message>
        <source>byte {position} of the line is not UTF-8.</source>
        <translation>البايت {position} من السطر ليس UTF-8.</translation>
    </message>
    <message>
        <source>choices belong to an attribute of the kind “choice”, and only to that.</source>
        <translation>الخيارات لسمة نوعها «choice» دون غيرها، ولا تخلو منها.</translation>
    </message>
    <message>
        <source>clitic only</source>
        <translation>سابقة فقط</translation>
    </message>
    <message>
        <source>comment “{id}” answers itself.</source>
        <translation>الملاحظة «{id}» ردّ على نفسها.</translation>
    </message>
    <message>
        <source>different attribute</source>
        <translation>اختلاف سمة</translation>
    </message>
    <message>
        <source>different edges</source>
        <translation>اختلاف الحدود</translation>
    </message>
    <message>
        <source>different edges and labels</source>
        <translation>اختلاف الحدود والوسم</translation>
    </message>
    <message>
        <source>different extent</source>
        <translation>اختلاف المدى</translation>
    </message>
    <message>
        <source>different labels</source>
        <translation>اختلاف الوسم</translation>
    </message>
    <message>
        <source>different stance</source>
        <translation>اختلاف الموقف</translation>
    </message>
    <message>
        <source>events with a part in other events became their triggers: {count}.</source>
        <translation>أحداث هي أطراف في أحداث أخرى حلّت محلها كلماتها الدالّة: {count}.</translation>
    </message>
    <message>
        <source>files of other kinds were passed over: {count} ({kinds}).</source>
        <translation>تُركت ملفات من أنواع أخرى: {count} ({kinds}).</translation>
    </message>
    <message>
        <source>files of this kind cannot be read; these can: {suffixes}.</source>
        <translation>لا تُقرأ ملفات من هذا النوع. ما يُقرأ: {suffixes}.</translation>
    </message>
    <message>
        <source>further texts (views) in the file were passed over: {count}.</source>
        <translation>تُركت نصوص أخرى في الملف (views)، وعددها: {count}.</translation>
    </message>
    <message>
        <source>head or full phrase</source>
        <translation>الرأس أم العبارة كاملة</translation>
    </message>
    <message>
        <source>it cannot be decoded: {reason}.</source>
        <translation>تعذّر فك ترميزه: {reason}.</translation>
    </message>
    <message>
        <source>it cannot be read as Parquet: {reason}.</source>
        <translation>تعذّرت قراءته بصيغة Parquet: {reason}.</translation>
    </message>
    <message>
        <source>it cannot be read as {encoding}.</source>
        <translation>تعذّرت قراءته بترميز {encoding}.</translation>
    </message>
    <message>
        <source>it declares a document type (DTD), which can hide a bomb or fetch other files; such XML is not read.</source>
        <translation>في الملف تعريف نوع (DTD)، وقد يُخفي ما يُغرق الذاكرة أو يجلب ملفات أخرى؛ ولا يُقرأ XML كهذا.</translation>
    </message>
    <message>
        <source>it does not begin with “{format}”.</source>
        <translation>لا يبدأ الملف بـ«{format}».</translation>
    </message>
    <message>
        <source>it does not say which scheme is in force</source>
        <translation>لا تبيّن أي مخطط وسوم معمول به</translation>
    </message>
    <message>
        <source>it holds more files than a bundle has</source>
        <translation>فيها من الملفات أكثر مما في حزمة</translation>
    </message>
    <message>
        <source>it holds no text (a sofa named {name} with a sofaString).</source>
        <translation>لا نص فيه (لا sofa باسم {name} فيه sofaString).</translation>
    </message>
    <message>
        <source>it holds “{name}”, which no bundle has</source>
        <translation>فيها «{name}»، ولا يكون ذلك في حزمة</translation>
    </message>
    <message>
        <source>it is XML, but no XMI.</source>
        <translation>الملف XML، لكنه ليس XMI.</translation>
    </message>
    <message>
        <source>it is a record of the kind “{schema}”; only “{known}” can be read.</source>
        <translation>سجل من نوع «{schema}»، ولا يُقرأ إلا «{known}».</translation>
    </message>
    <message>
        <source>it is an export with spans, not a table of articles. Import the JSONL or the Parquet parts instead.</source>
        <translation>هذا تصدير بمقاطعه، لا جدول أخبار. استورد بدلًا منه ملف JSONL أو ملفات Parquet.</translation>
    </message>
    <message>
        <source>it is missing or is not a list.</source>
        <translation>ناقص أو ليس قائمة.</translation>
    </message>
    <message>
        <source>it is missing or is not a table.</source>
        <translation>ناقص أو ليس جدولًا.</translation>
    </message>
    <message>
        <source>it is missing or is not a text.</source>
        <translation>ناقص أو ليس نصًا.</translation>
    </message>
    <message>
        <source>it is missing or is not a whole number.</source>
        <translation>ناقص أو ليس عددًا صحيحًا.</translation>
    </message>
    <message>
        <source>it is neither a JSON list nor an object.</source>
        <translation>ليس قائمة JSON ولا كائنًا.</translation>
    </message>
    <message>
        <source>it is neither an article nor one list of articles, as far as its names tell.</source>
        <translation>ليس خبرًا ولا قائمة أخبار واحدة، بقدر ما تدل أسماؤه.</translation>
    </message>
    <message>
        <source>it is nested too deeply.</source>
        <translation>تداخله أعمق مما يجوز.</translation>
    </message>
    <message>
        <source>it is no Label Studio task: it has no “data”. Export as JSON, not as JSON-MIN.</source>
        <translation>ليست مهمة من Label Studio، إذ لا «data» فيها. صدِّرها بصيغة JSON لا JSON-MIN.</translation>
    </message>
    <message>
        <source>it is not JSON.</source>
        <translation>ليس JSON.</translation>
    </message>
    <message>
        <source>it is not a Hashiya record, which is an object on one line.</source>
        <translation>ليس سجلًا من حاشية، وسجلها كائن JSON واحد في سطر واحد.</translation>
    </message>
    <message>
        <source>it is not a Hashiya record: it has no “schema”.</source>
        <translation>ليس سجلًا من حاشية: ينقصه المفتاح «schema».</translation>
    </message>
    <message>
        <source>it is not a JSON object.</source>
        <translation>ليس كائن JSON.</translation>
    </message>
    <message>
        <source>it is not a file.</source>
        <translation>ليس ملفًا.</translation>
    </message>
    <message>
        <source>it is not a part of an export of Hashiya.</source>
        <translation>ليس جزءًا من تصدير حاشية.</translation>
    </message>
    <message>
        <source>it is not a table of languages.</source>
        <translation>ليس جدولًا باللغات.</translation>
    </message>
    <message>
        <source>it is not a whole zip file</source>
        <translation>ليس ملف zip كاملًا</translation>
    </message>
    <message>
        <source>it is not an object with named values.</source>
        <translation>ليس كائنًا له قيم مسمّاة.</translation>
    </message>
    <message>
        <source>it is not told which key of “data” holds the text. Put the configuration beside it, as config.xml.</source>
        <translation>لم يُذكر المفتاح الذي يحمل النص في «data». ضع ملف الإعداد بجانبه باسم config.xml.</translation>
    </message>
    <message>
        <source>it names an annotator who cannot be called so</source>
        <translation>فيها اسم موسِّم لا يصلح اسمًا</translation>
    </message>
    <message>
        <source>it refers to an annotation on {unit} that is not there.</source>
        <translation>يحيل إلى توسيم على {unit}، وهو غير موجود.</translation>
    </message>
    <message>
        <source>it refers to the structure {id}, which is not there.</source>
        <translation>يحيل إلى البنية {id}، وهي غير موجودة.</translation>
    </message>
    <message>
        <source>its last line is cut off</source>
        <translation>سطرها الأخير مبتور</translation>
    </message>
    <message>
        <source>its links lead in a circle.</source>
        <translation>روابطه تدور في حلقة.</translation>
    </message>
    <message>
        <source>its manifest cannot be read ({reason})</source>
        <translation>تعذّرت قراءة بيانها ({reason})</translation>
    </message>
    <message>
        <source>its manifest does not tell what it holds</source>
        <translation>لا يبيّن بيانها ما فيها</translation>
    </message>
    <message>
        <source>its name is too long.</source>
        <translation>اسمه أطول مما يجوز.</translation>
    </message>
    <message>
        <source>its schemes cannot be read</source>
        <translation>تعذّرت قراءة مخططات وسومها</translation>
    </message>
    <message>
        <source>its type system “{name}” cannot be read: {reason}</source>
        <translation>تعذّرت قراءة وصف أنواعه «{name}»: {reason}</translation>
    </message>
    <message>
        <source>its values are free, so only equal ones can be counted.</source>
        <translation>قيمها حرة، فلا يُعدّ منها إلا المتساوي.</translation>
    </message>
    <message>
        <source>label “{label}” is not in the scheme.</source>
        <translation>الوسم «{label}» ليس في المخطط.</translation>
    </message>
    <message>
        <source>labels that are easily confused</source>
        <translation>وسمان يسهل الخلط بينهما</translation>
    </message>
    <message>
        <source>line {line} does not say the token&apos;s place in the text.</source>
        <translation>لا يذكر السطر {line} موضع الوحدة من النص.</translation>
    </message>
    <message>
        <source>line {line} holds what does not belong in such a bundle</source>
        <translation>في السطر {line} ما لا مكان له في حزمة كهذه</translation>
    </message>
    <message>
        <source>line {line} is not valid XML: {reason}.</source>
        <translation>السطر {line} ليس XML سليمًا: {reason}.</translation>
    </message>
    <message>
        <source>line {line} is not what was handed in: it was altered afterwards</source>
        <translation>ما في السطر {line} ليس ما سُلِّم: غُيِّر بعد تسليمه</translation>
    </message>
    <message>
        <source>line {line} says that “{token}” stands at {start} to {end}, which is not so.</source>
        <translation>يقول السطر {line} إن «{token}» بين {start} و{end}، وليس الأمر كذلك.</translation>
    </message>
    <message>
        <source>line {line}: {reason}</source>
        <translation>السطر {line}: {reason}</translation>
    </message>
    <message>
        <source>line {line}: “{name}” has no id.</source>
        <translation>السطر {line}: «{name}» بلا معرّف.</translation>
    </message>
    <message>
        <source>line {line}: “{value}” is no list of ids.</source>
        <translation>السطر {line}: «{value}» ليس قائمة معرّفات.</translation>
    </message>
    <message>
        <source>missing argument</source>
        <translation>مقطع ناقص من دور</translation>
    </message>
    <message>
        <source>missing event</source>
        <translation>حدث ناقص</translation>
    </message>
    <message>
        <source>nested or flat</source>
        <translation>متداخل أم واحد</translation>
    </message>
    <message>
        <source>no article was finished by both.</source>
        <translation>لا خبر أنجزه الاثنان.</translation>
    </message>
    <message>
        <source>no column is known to be the text; there are: {names}. Choose one.</source>
        <translation>لم يُعرف عمود النص. الأعمدة: {names}. اختر واحدًا منها.</translation>
    </message>
    <message>
        <source>no spans of two annotators overlap.</source>
        <translation>لا تتداخل مقاطع أي موسِّمَين.</translation>
    </message>
    <message>
        <source>no two spans match.</source>
        <translation>لا يتطابق أي مقطعين.</translation>
    </message>
    <message>
        <source>nobody made any event.</source>
        <translation>لم ينشئ أحد حدثًا.</translation>
    </message>
    <message>
        <source>nobody marked anything.</source>
        <translation>لم يسِم أحد شيئًا.</translation>
    </message>
    <message>
        <source>nobody put a span into a role.</source>
        <translation>لم يضع أحد مقطعًا في دور.</translation>
    </message>
    <message>
        <source>nobody set it on spans that match.</source>
        <translation>لم يحدّدها أحد في مقاطع متطابقة.</translation>
    </message>
    <message>
        <source>not marked by all</source>
        <translation>لم يسِمه الجميع</translation>
    </message>
    <message>
        <source>not valid JSON: a bracket is missing.</source>
        <translation>ليس JSON سليمًا: قوس ناقص.</translation>
    </message>
    <message>
        <source>not valid JSON: a colon is missing at {position}.</source>
        <translation>ليس JSON سليمًا: تنقصه علامة «:» عند الموضع {position}.</translation>
    </message>
    <message>
        <source>not valid JSON: a comma or a bracket is missing at {position}.</source>
        <translation>ليس JSON سليمًا: تنقصه فاصلة أو قوس عند الموضع {position}.</translation>
    </message>
    <message>
        <source>not valid JSON: a key is missing at {position}.</source>
        <translation>ليس JSON سليمًا: ينقصه مفتاح عند الموضع {position}.</translation>
    </message>
    <message>
        <source>not valid JSON: a value is missing at {position}.</source>
        <translation>ليس JSON سليمًا: تنقصه قيمة عند الموضع {position}.</translation>
    </message>
    <message>
        <source>not valid JSON: something follows the object at {position}.</source>
        <translation>ليس JSON سليمًا: بعد الكائن زيادة عند الموضع {position}.</translation>
    </message>
    <message>
        <source>not valid JSON: the comma at {position} is too much.</source>
        <translation>ليس JSON سليمًا: الفاصلة عند الموضع {position} زائدة.</translation>
    </message>
    <message>
        <source>not valid JSON: the file ends inside a value.</source>
        <translation>ليس JSON سليمًا: ينتهي الملف داخل قيمة.</translation>
    </message>
    <message>
        <source>not valid JSON: the quotation mark at {position} is not closed.</source>
        <translation>ليس JSON سليمًا: علامة الاقتباس عند الموضع {position} بلا إغلاق.</translation>
    </message>
    <message>
        <source>not valid JSON: {reason} at {position}.</source>
        <translation>ليس JSON سليمًا: {reason}، عند الموضع {position}.</translation>
    </message>
    <message>
        <source>not valid JSON: {reason}.</source>
        <translation>ليس JSON سليمًا: {reason}.</translation>
    </message>
    <message>
        <source>notes and attributes of other things than spans were passed over: {count}.</source>
        <translation>تُركت حواشٍ وسمات لغير المقاطع، وعددها: {count}.</translation>
    </message>
    <message>
        <source>nothing was marked by two or more.</source>
        <translation>لا شيء وسمه اثنان أو أكثر.</translation>
    </message>
    <message>
        <source>of the kind “{kind}”, these were passed over: {count}.</source>
        <translation>تُرك ما كان من نوع «{kind}»، وعدده: {count}.</translation>
    </message>
    <message>
        <source>offsets count UTF-16 units, as in old versions of Label Studio; they were converted.</source>
        <translation>تعدّ المواضع وحدات UTF-16 كما في إصدارات Label Studio القديمة، فحُوّلت.</translation>
    </message>
    <message>
        <source>one value is longer than {limit} MB.</source>
        <translation>في الملف قيمة أطول من {limit} ميغابايت.</translation>
    </message>
    <message>
        <source>one value runs over many lines; JSONL has one object on each line.</source>
        <translation>تمتد فيه قيمة واحدة على أسطر كثيرة، وفي JSONL كائن واحد في كل سطر.</translation>
    </message>
    <message>
        <source>only one value was ever used, so agreement by chance is certain.</source>
        <translation>لم تُستعمل إلا قيمة واحدة، فالاتفاق بالمصادفة مؤكد.</translation>
    </message>
    <message>
        <source>only one value was ever used; all agree, but it could not have been otherwise.</source>
        <translation>لم تُستعمل إلا قيمة واحدة؛ الكل متفق، ولم يكن غير ذلك ممكنًا.</translation>
    </message>
    <message>
        <source>punctuation or vowel marks only</source>
        <translation>ترقيم أو تشكيل فقط</translation>
    </message>
    <message>
        <source>reading it is not permitted.</source>
        <translation>قراءته غير مسموح بها.</translation>
    </message>
    <message>
        <source>relations in both directions were read in one: {count}.</source>
        <translation>علاقات ذات اتجاهين قُرئت باتجاه واحد: {count}.</translation>
    </message>
    <message>
        <source>results of other kinds were passed over: {kinds}.</source>
        <translation>تُركت نتائج من أنواع أخرى: {kinds}.</translation>
    </message>
    <message>
        <source>something follows a closing quotation mark; inside a cell it must stand twice.</source>
        <translation>بعد علامة التنصيص المغلِقة شيء؛ وهي داخل الخانة تُكتب مرتين.</translation>
    </message>
    <message>
        <source>something other than an object stands in the list near line {line}.</source>
        <translation>في القائمة ما ليس كائنًا، قرب السطر {line}.</translation>
    </message>
    <message>
        <source>spans of one annotator overlap, so it is taken label by label and put together.</source>
        <translation>تتداخل مقاطع الموسِّم الواحد، فحُسب كل وسم على حدة ثم جُمعت الأرقام.</translation>
    </message>
    <message>
        <source>spans that say the same thing were taken as one: {count}.</source>
        <translation>مقاطع متطابقة عُدّت مقطعًا واحدًا: {count}.</translation>
    </message>
    <message>
        <source>split or merged</source>
        <translation>مجموع أم مفرّق</translation>
    </message>
    <message>
        <source>structure {id}: “{key}” holds no such value.</source>
        <translation>البنية {id}: لا يقبل «{key}» هذه القيمة.</translation>
    </message>
    <message>
        <source>swapped roles</source>
        <translation>أدوار متبادلة</translation>
    </message>
    <message>
        <source>the answer to it was “reject”; only the article was taken.</source>
        <translation>كان الجواب عنه «reject»، فأُخذ الخبر وحده.</translation>
    </message>
    <message>
        <source>the article “{id}” has another text in an earlier line.</source>
        <translation>للخبر «{id}» نص آخر في سطر سابق.</translation>
    </message>
    <message>
        <source>the cell “{cell}” cannot be read.</source>
        <translation>تعذّرت قراءة الخانة «{cell}».</translation>
    </message>
    <message>
        <source>the cells of the layer “{layer}” have different numbers of values.</source>
        <translation>في خانات الطبقة «{layer}» أعداد مختلفة من القيم.</translation>
    </message>
    <message>
        <source>the colour “{part}” is not of the form #RRGGBB.</source>
        <translation>اللون «{part}» ليس على الصورة المطلوبة (⁦#RRGGBB⁩).</translation>
    </message>
    <message>
        <source>the columns were read as: {columns}.</source>
        <translation>قُرئت الأعمدة هكذا: {columns}.</translation>
    </message>
    <message>
        <source>the disk reported an error.</source>
        <translation>أبلغ القرص عن خلل.</translation>
    </message>
    <message>
        <source>the encoding is uncertain: byte {position} is not UTF-8. If this is Arabic, import it as {guess}.</source>
        <translation>الترميز غير مؤكد: البايت {position} ليس UTF-8. إن كان النص عربيًا فاستورده بترميز {guess}.</translation>
    </message>
    <message>
        <source>the file begins with a byte order mark, which was left out.</source>
        <translation>في أول الملف علامة ترتيب البايتات (BOM)، وقد أُهملت.</translation>
    </message>
    <message>
        <source>the file does not say the text; it was put together from the tokens, with a space between them.</source>
        <translation>لا يذكر الملف النص، فجُمع من الوحدات وبينها مسافات.</translation>
    </message>
    <message>
        <source>the file does not say what stands between its sentences; line feeds were put there.</source>
        <translation>لا يذكر الملف ما يقع بين جمله، فوُضعت بينها أسطر جديدة.</translation>
    </message>
    <message>
        <source>the file has {size} MB; an article may have at most {limit} characters. Split it into several files.</source>
        <translation>حجم الملف {size} ميغابايت، ولا يجوز أن تزيد أحرف الخبر على {limit}. قسّمه إلى عدة ملفات.</translation>
    </message>
    <message>
        <source>the file is UTF-16; CoNLL must be UTF-8.</source>
        <translation>ترميز الملف UTF-16، ولا يُقرأ CoNLL إلا بترميز UTF-8.</translation>
    </message>
    <message>
        <source>the file is UTF-16; JSON must be UTF-8.</source>
        <translation>ترميز الملف UTF-16، ولا يُقرأ JSON إلا بترميز UTF-8.</translation>
    </message>
    <message>
        <source>the file is UTF-16; JSONL must be UTF-8.</source>
        <translation>ترميز الملف UTF-16، ولا يُقرأ JSONL إلا بترميز UTF-8.</translation>
    </message>
    <message>
        <source>the file is UTF-16; WebAnno TSV must be UTF-8.</source>
        <translation>ترميز الملف UTF-16، ولا يُقرأ WebAnno TSV إلا بترميز UTF-8.</translation>
    </message>
    <message>
        <source>the file is empty.</source>
        <translation>الملف فارغ.</translation>
    </message>
    <message>
        <source>the file is larger than {limit} MB.</source>
        <translation>حجم الملف أكبر من {limit} ميغابايت.</translation>
    </message>
    <message>
        <source>the file is {encoding} and was read so, not as {named}.</source>
        <translation>ترميز الملف {encoding} وبه قُرئ، لا بترميز {named}.</translation>
    </message>
    <message>
        <source>the file looks like UTF-16 without its mark. If it is, import it as {guess}.</source>
        <translation>يبدو الملف UTF-16 بلا علامته. إن كان كذلك فاستورده بترميز {guess}.</translation>
    </message>
    <message>
        <source>the folder has no .ann file in it.</source>
        <translation>لا ملف ‎.ann في المجلد.</translation>
    </message>
    <message>
        <source>the folder is empty.</source>
        <translation>المجلد فارغ.</translation>
    </message>
    <message>
        <source>the id {id} stands twice.</source>
        <translation>المعرّف {id} مكرر.</translation>
    </message>
    <message>
        <source>the key “{key}” stands twice.</source>
        <translation>المفتاح «{key}» مكرر.</translation>
    </message>
    <message>
        <source>the key “{place}” is missing.</source>
        <translation>المفتاح «{place}» ناقص.</translation>
    </message>
    <message>
        <source>the key “{place}” is not known.</source>
        <translation>المفتاح «{place}» غير معروف.</translation>
    </message>
    <message>
        <source>the labelling configuration is longer than {limit} MB.</source>
        <translation>إعداد الوسم أطول من {limit} ميغابايت.</translation>
    </message>
    <message>
        <source>the layer “{layer}” is without a name or features.</source>
        <translation>الطبقة «{layer}» بلا اسم أو بلا سمات.</translation>
    </message>
    <message>
        <source>the letter before {position} carries more than {limit} marks.</source>
        <translation>الحركات على الحرف الذي قبل الموضع {position} تزيد على {limit}.</translation>
    </message>
    <message>
        <source>the line has one column; a token and a tag are needed.</source>
        <translation>في السطر عمود واحد، ولا بد من وحدة وعلامة.</translation>
    </message>
    <message>
        <source>the line is longer than {limit} MB.</source>
        <translation>السطر أطول من {limit} ميغابايت.</translation>
    </message>
    <message>
        <source>the line was changed after it was exported. It was checked and taken as it is.</source>
        <translation>عُدّل السطر بعد تصديره. فُحص وأُخذ كما هو.</translation>
    </message>
    <message>
        <source>the list is not closed: the file is damaged or cut off.</source>
        <translation>القائمة غير مغلقة: الملف تالف أو مبتور.</translation>
    </message>
    <message>
        <source>the number in “{place}” is too large or too small.</source>
        <translation>العدد في «{place}» أكبر مما يجوز أو أصغر.</translation>
    </message>
    <message>
        <source>the offsets fit the text only with line feeds alone and without a byte order mark; so it was read.</source>
        <translation>لا تطابق المواضع النص إلا بأسطر تنتهي بعلامة LF وحدها ومن دون علامة ترتيب البايتات، فقُرئ كذلك.</translation>
    </message>
    <message>
        <source>the project already has an article “{id}” with another text.</source>
        <translation>في المشروع من قبل خبر معرّفه «{id}» ونصه مختلف.</translation>
    </message>
    <message>
        <source>the quote differs from the text at {start} to {end}.</source>
        <translation>الاقتباس لا يطابق النص بين {start} و{end}.</translation>
    </message>
    <message>
        <source>the row cannot be read: {reason}.</source>
        <translation>تعذّرت قراءة الصف: {reason}.</translation>
    </message>
    <message>
        <source>the row has {count} cells, but the header names {columns} columns.</source>
        <translation>في الصف {count} من الخانات، وفي رأس الجدول {columns} من الأعمدة.</translation>
    </message>
    <message>
        <source>the row has {found} columns of layers; {wanted} are said above.</source>
        <translation>عدد أعمدة الطبقات في السطر {found}، والمذكور في أعلى الملف {wanted}.</translation>
    </message>
    <message>
        <source>the scheme has no “{value}”.</source>
        <translation>ليس في المخطط «{value}».</translation>
    </message>
    <message>
        <source>the sentence would begin at {start}, inside the one before it.</source>
        <translation>تبدأ الجملة عند {start}، أي داخل الجملة التي قبلها.</translation>
    </message>
    <message>
        <source>the span at {start} to {end} is empty or runs past the text.</source>
        <translation>المقطع من {start} إلى {end} فارغ أو يتجاوز النص.</translation>
    </message>
    <message>
        <source>the span ends inside a letter with its mark, at {position}.</source>
        <translation>ينتهي المقطع بين حرف وحركته، عند الموضع {position}.</translation>
    </message>
    <message>
        <source>the span ends {count} characters past the text.</source>
        <translation>ينتهي المقطع بعد آخر النص بعدد {count} من الأحرف.</translation>
    </message>
    <message>
        <source>the span is empty at {start}.</source>
        <translation>المقطع فارغ عند الموضع {start}.</translation>
    </message>
    <message>
        <source>the span says {said_start} to {said_end}, but its fragments run from {start} to {end}.</source>
        <translation>المكتوب أن المقطع من {said_start} إلى {said_end}، وأجزاؤه من {start} إلى {end}.</translation>
    </message>
    <message>
        <source>the span starts before the text, at {start}.</source>
        <translation>يبدأ المقطع قبل أول النص، عند الموضع {start}.</translation>
    </message>
    <message>
        <source>the span starts inside a letter with its mark, at {position}.</source>
        <translation>يبدأ المقطع بين حرف وحركته، عند الموضع {position}.</translation>
    </message>
    <message>
        <source>the span&apos;s fragments overlap or are out of order at {start}.</source>
        <translation>أجزاء المقطع متداخلة أو مختلّة الترتيب عند الموضع {start}.</translation>
    </message>
    <message>
        <source>the system says: {reason}.</source>
        <translation>يقول النظام: {reason}.</translation>
    </message>
    <message>
        <source>the tags from here on do not follow their scheme; what continues nothing begins a span.</source>
        <translation>العلامات من هنا لا تتبع نظامها؛ وما لا يُكمل شيئًا يبدأ مقطعًا.</translation>
    </message>
    <message>
        <source>the text differs from its hash: one of them was changed after the export.</source>
        <translation>النص لا يطابق بصمته: عُدّل أحدهما بعد التصدير.</translation>
    </message>
    <message>
        <source>the text has {count} characters; an article may have at most {limit}. Split it into several.</source>
        <translation>عدد أحرف النص {count}، ولا يجوز أن تزيد أحرف الخبر على {limit}. قسّمه إلى عدة أخبار.</translation>
    </message>
    <message>
        <source>the text holds a NUL character (U+0000) at {position}.</source>
        <translation>في النص محرف NUL عند الموضع {position} (U+0000).</translation>
    </message>
    <message>
        <source>the text is empty.</source>
        <translation>النص فارغ.</translation>
    </message>
    <message>
        <source>the text that belongs to it is not there: “{name}”.</source>
        <translation>النص التابع له غير موجود: «{name}».</translation>
    </message>
    <message>
        <source>the token cannot stand at {start} to {end}.</source>
        <translation>لا يمكن أن تقع الوحدة بين {start} و{end}.</translation>
    </message>
    <message>
        <source>the token “{token}” does not stand at {start} to {end}.</source>
        <translation>الوحدة «{token}» ليست بين {start} و{end}.</translation>
    </message>
    <message>
        <source>the words at {start} to {end} are labelled “{label}” twice.</source>
        <translation>العبارة بين {start} و{end} موسومة «{label}» مرتين.</translation>
    </message>
    <message>
        <source>the words in “{language}” do not name exactly the roles.</source>
        <translation>العبارة في «{language}» لا تذكر الأدوار كلها دون غيرها.</translation>
    </message>
    <message>
        <source>the words “{words}” do not stand at {start} to {end}.</source>
        <translation>العبارة «{words}» ليست بين {start} و{end}.</translation>
    </message>
    <message>
        <source>there are annotations, but no layer that they belong to.</source>
        <translation>فيه توسيم بلا طبقة ينتمي إليها.</translation>
    </message>
    <message>
        <source>there are more than {count} entries.</source>
        <translation>عدد العناصر يزيد على {count}.</translation>
    </message>
    <message>
        <source>there are no words in “{language}”, or too many.</source>
        <translation>النص في «{language}» ناقص أو أطول مما يجوز.</translation>
    </message>
    <message>
        <source>there is a hidden control character in “{language}”.</source>
        <translation>في «{language}» محرف تحكم خفي.</translation>
    </message>
    <message>
        <source>there is no column “{column}”; there are: {names}.</source>
        <translation>لا عمود باسم «{column}». الأعمدة: {names}.</translation>
    </message>
    <message>
        <source>there is no such file or folder.</source>
        <translation>لا ملف ولا مجلد بهذا الاسم.</translation>
    </message>
    <message>
        <source>this cannot be the name of a file.</source>
        <translation>هذا لا يصلح اسمًا لملف.</translation>
    </message>
    <message>
        <source>this format needs “{name}”. Install it with: pip install &quot;hashiya[{extra}]&quot;</source>
        <translation>تحتاج هذه الصيغة إلى «{name}». ثبّته بالأمر: ⁦pip install &quot;hashiya[{extra}]&quot;⁩</translation>
    </message>
    <message>
        <source>this layer of the article “{id}” stands in line {line} already.</source>
        <translation>هذه الطبقة من الخبر «{id}» واردة في السطر {line} من قبل.</translation>
    </message>
    <message>
        <source>too few articles for an interval: fewer than {count}.</source>
        <translation>الأخبار أقل من أن يُحسب لها مجال ثقة: دون {count}.</translation>
    </message>
    <message>
        <source>two choices have the {what} “{value}”.</source>
        <translation>قيمة {what} «{value}» مشتركة بين خيارين.</translation>
    </message>
    <message>
        <source>two columns have the same name; there are: {names}.</source>
        <translation>لعمودين اسم واحد. الأعمدة: {names}.</translation>
    </message>
    <message>
        <source>two labels belong to each pair.</source>
        <translation>في كل زوج وسمان مختلفان.</translation>
    </message>
    <message>
        <source>two roles have the id “{value}”.</source>
        <translation>المعرّف «{value}» مشترك بين دورين.</translation>
    </message>
    <message>
        <source>two spans have the same “{key}”.</source>
        <translation>لمقطعين القيمة نفسها في «{key}».</translation>
    </message>
    <message>
        <source>{colour} is too light to be seen on paper: contrast {found} to 1, and 3 to 1 is needed.</source>
        <translation>اللون {colour} أفتح من أن يُرى على الورق: تباينه {found} إلى واحد، والمطلوب ثلاثة إلى واحد.</translation>
    </message>
    <message>
        <source>{count} layers hold the label “{label}”, which the scheme does not have, and were left out.</source>
        <translation>طبقات عددها {count} فيها الوسم «{label}» الذي ليس في مخطط الوسوم، فتُركت.</translation>
    </message>
    <message>
        <source>{count} layers were made under version {number} of a scheme that is not here, and were left out. To take them in, and that version beside ours, merge with --schemes keep.</source>
        <translation>طبقات عددها {count} أُنجزت وفق الإصدار {number} من مخطط وسوم ليس هنا، فتُركت. لإدخالها مع ذلك الإصدار إلى جانب مخططنا أعد الجمع مع ‎--schemes keep.</translation>
    </message>
    <message>
        <source>{count} more lines are wrong.</source>
        <translation>عدد الأسطر الخاطئة الأخرى: {count}.</translation>
    </message>
    <message>
        <source>{count} people are called “{name}”: say which by the id ({ids}).</source>
        <translation>أكثر من شخص ({count}) اسمه «{name}»: حدِّد أيهم بالمعرّف ({ids}).</translation>
    </message>
    <message>
        <source>{key} is a label&apos;s key; labels have their keys from the scheme.</source>
        <translation>{key} مفتاح وسم، ومفاتيح الوسوم من المخطط.</translation>
    </message>
    <message>
        <source>{key} is needed for typing in fields.</source>
        <translation>{key} لازم للكتابة في الحقول.</translation>
    </message>
    <message>
        <source>{key} is the key of “{label}” already.</source>
        <translation>المفتاح {key} هو مفتاح الوسم «{label}».</translation>
    </message>
    <message>
        <source>{key} leads from one control to the next and stays with that.</source>
        <translation>{key} للتنقّل بين عناصر النافذة، ويبقى لذلك.</translation>
    </message>
    <message>
        <source>{name} already has other work on this article; it was not overwritten.</source>
        <translation>في هذا الخبر عمل آخر باسم {name}، ولم يُكتب فوقه.</translation>
    </message>
    <message>
        <source>{name} cannot hold this value.</source>
        <translation>لا تقبل السمة «{name}» هذه القيمة.</translation>
    </message>
    <message>
        <source>{name} has not handed in “{article}”, so there is nothing to reopen.</source>
        <translation>لم يُسلَّم عمل «{name}» على الخبر «{article}»، فلا شيء يُعاد فتحه.</translation>
    </message>
    <message>
        <source>γ (pair by pair)</source>
        <translation>‏γ (لكل موسِّمَين)</translation>
    </message>
    <message>
        <source>ال only</source>
        <translation>«ال» فقط</translation>
    </message>
    <message>
        <source>“{attribute}” does not hold “{value}”.</source>
        <translation>السمة «{attribute}» لا تحمل «{value}».</translation>
    </message>
    <message>
        <source>“{attribute}” says that nobody is named; it cannot be merged.</source>
        <translation>السمة «{attribute}» تقول إن النص لم يسمِّ أحدًا، فلا تُدمج.</translation>
    </message>
    <message>
        <source>“{encoding}” is not an encoding that can be read; these are: {names}.</source>
        <translation>«{encoding}» ليس ترميزًا يُقرأ. ما يُقرأ: {names}.</translation>
    </message>
    <message>
        <source>“{id}” cannot be the id of a new label.</source>
        <translation>لا يصلح «{id}» معرِّفًا لوسم جديد.</translation>
    </message>
    <message>
        <source>“{key}” holds a hidden control character: “{value}”.</source>
        <translation>في «{key}» محرف تحكم خفي: «{value}».</translation>
    </message>
    <message>
        <source>“{key}” is empty.</source>
        <translation>«{key}» فارغ.</translation>
    </message>
    <message>
        <source>“{key}” is longer than {limit} characters.</source>
        <translation>أحرف «{key}» تزيد على {limit}.</translation>
    </message>
    <message>
        <source>“{key}” is nested more than {limit} levels deep.</source>
        <translation>مستويات التداخل في «{key}» تزيد على {limit}.</translation>
    </message>
    <message>
        <source>“{key}” is not a SHA-256 in hex.</source>
        <translation>«{key}» ليس بصمة SHA-256 مكتوبة بالنظام الست عشري.</translation>
    </message>
    <message>
        <source>“{key}” is not valid JSON: {reason}.</source>
        <translation>«{key}» ليس JSON سليمًا: {reason}.</translation>
    </message>
    <message>
        <source>“{key}” is not what it should be.</source>
        <translation>«{key}» ليس على ما ينبغي.</translation>
    </message>
    <message>
        <source>“{key}” is “{value}”, which is none of these: {known}.</source>
        <translation>قيمة «{key}» هي «{value}»، وليست من هذه: {known}.</translation>
    </message>
    <message>
        <source>“{key}” may hold small Latin letters, digits and _ only.</source>
        <translation>لا يصح في «{key}» غير الأحرف اللاتينية الصغيرة والأرقام والعلامة «_».</translation>
    </message>
    <message>
        <source>“{key}” refers to “{value}”, which is not in the record.</source>
        <translation>«{key}» يحيل إلى «{value}»، وهو ليس في السجل.</translation>
    </message>
    <message>
        <source>“{label}” is no helper label; it is always in use.</source>
        <translation>«{label}» ليس وسمًا مساعِدًا، وهو مستعمَل دائمًا.</translation>
    </message>
    <message>
        <source>“{line}” is no line of brat&apos;s format.</source>
        <translation>«{line}» ليس سطرًا من صيغة brat.</translation>
    </message>
    <message>
        <source>“{line}” is no row of a token, such as 1-1, 0-3 and the token.</source>
        <translation>«{line}» ليس سطر وحدة، مثل 1-1 ثم 0-3 ثم الوحدة.</translation>
    </message>
    <message>
        <source>“{name}” cannot be an annotator&apos;s name.</source>
        <translation>لا يصلح «{name}» اسمًا لموسِّم.</translation>
    </message>
    <message>
        <source>“{name}” cannot both have left and be given articles.</source>
        <translation>لا يجتمع أن يكون «{name}» قد غادر وأن تُسند إليه أخبار.</translation>
    </message>
    <message>
        <source>“{name}” has a share, but is not among the annotators.</source>
        <translation>لـ«{name}» حصة، لكنه ليس بين الموسِّمين.</translation>
    </message>
    <message>
        <source>“{name}” is damaged</source>
        <translation>«{name}» تالف</translation>
    </message>
    <message>
        <source>“{name}” is larger than is allowed</source>
        <translation>«{name}» أكبر من المسموح</translation>
    </message>
    <message>
        <source>“{name}” is larger than it says</source>
        <translation>«{name}» أكبر مما يذكر عن نفسه</translation>
    </message>
    <message>
        <source>“{name}” is missing</source>
        <translation>ينقصها «{name}»</translation>
    </message>
    <message>
        <source>“{name}” is not a plain file</source>
        <translation>«{name}» ليس ملفًا عاديًا</translation>
    </message>
    <message>
        <source>“{name}” is not expected here. Names go behind --annotators.</source>
        <translation>«{name}» ليس مكانه هنا. تأتي الأسماء بعد ⁦--annotators⁩.</translation>
    </message>
    <message>
        <source>“{name}” is not what its manifest says</source>
        <translation>«{name}» ليس ما يذكره البيان</translation>
    </message>
    <message>
        <source>“{name}” is packed in a way that no bundle is</source>
        <translation>«{name}» مضغوط على نحو لا تُضغط به الحزم</translation>
    </message>
    <message>
        <source>“{name}” is shorter than it says</source>
        <translation>«{name}» أقصر مما يذكر عن نفسه</translation>
    </message>
    <message>
        <source>“{name}” stands in it twice</source>
        <translation>فيها «{name}» مرتين</translation>
    </message>
    <message>
        <source>“{name}” would unpack to more than is plausible</source>
        <translation>حجم «{name}» بعد فك الضغط أكبر من المعقول</translation>
    </message>
    <message>
        <source>“{part}” is no part of a map of columns. Write text=body,title=headline; there are: {fields}.</source>
        <translation>«{part}» ليس من خريطة الأعمدة. اكتب ⁦text=body,title=headline⁩، والحقول هي: {fields}.</translation>
    </message>
    <message>
        <source>“{part}” is no part of a split. Write it like this: train=80,dev=10,test=10.</source>
        <translation>«{part}» ليس قسمًا من تقسيم. اكتبه هكذا: ⁦train=80,dev=10,test=10⁩.</translation>
    </message>
    <message>
        <source>“{part}” is no share. Write --shares A=2,B=1.</source>
        <translation>«{part}» ليس حصة. اكتب ‎--shares A=2,B=1.</translation>
    </message>
    <message>
        <source>“{path}” cannot be made: {reason}.</source>
        <translation>تعذّر إنشاء «{path}»: {reason}.</translation>
    </message>
    <message>
        <source>“{path}” cannot be opened: {reason}.</source>
        <translation>تعذّر فتح «{path}»: {reason}.</translation>
    </message>
    <message>
        <source>“{path}” cannot be read: {reason}.</source>
        <translation>تعذّرت قراءة «{path}»: {reason}.</translation>
    </message>
    <message>
        <source>“{path}” cannot be read: {reason}. Check the project, or restore a backup.</source>
        <translation>تعذّرت قراءة «{path}»: {reason}. افحص المشروع أو استعِد نسخة احتياطية.</translation>
    </message>
    <message>
        <source>“{path}” could not be brought to this version: {reason}. It is unchanged; a backup is at “{backup}”.</source>
        <translation>تعذّرت ترقية «{path}» إلى هذه النسخة من حاشية: {reason}. لم يتغيّر فيه شيء، ونسخته الاحتياطية في «{backup}».</translation>
    </message>
    <message>
        <source>“{path}” exists already. Choose another folder.</source>
        <translation>«{path}» موجود من قبل. اختر مجلدًا آخر.</translation>
    </message>
    <message>
        <source>“{path}” exists already. Choose another name.</source>
        <translation>«{path}» موجود من قبل. اختر اسمًا آخر.</translation>
    </message>
    <message>
        <source>“{path}” holds a foreign trigger, “{name}”; it is not opened.</source>
        <translation>في «{path}» مشغّل غريب (trigger) هو «{name}»، فلم يُفتح.</translation>
    </message>
    <message>
        <source>“{path}” is an SQLite file of another program, not a project.</source>
        <translation>«{path}» ملف SQLite لبرنامج آخر، وليس مشروعًا.</translation>
    </message>
    <message>
        <source>“{path}” is an empty file, not a project.</source>
        <translation>«{path}» ملف فارغ، وليس مشروعًا.</translation>
    </message>
    <message>
        <source>“{path}” is damaged. Nothing was changed in it. Restore a backup.</source>
        <translation>«{path}» تالف. لم يتغيّر فيه شيء. استعِد نسخة احتياطية.</translation>
    </message>
    <message>
        <source>“{path}” is not a bundle that can be taken in: {reason}. Nothing was changed. Ask for it once more.</source>
        <translation>«{path}» ليس حزمة يمكن إدخالها: {reason}. لم يتغيّر شيء. اطلب إرسالها مرة أخرى.</translation>
    </message>
    <message>
        <source>“{path}” is not a project, or it is damaged.</source>
        <translation>«{path}» ليس مشروعًا، أو هو تالف.</translation>
    </message>
    <message>
        <source>“{path}” is not sound, and nothing was taken from it: {reason} See `hashiya check`.</source>
        <translation>«{path}» غير سليم، ولم يؤخذ منه شيء: {reason} انظر `hashiya check`.</translation>
    </message>
    <message>
        <source>“{path}” is the project itself. Choose another file.</source>
        <translation>«{path}» هو المشروع نفسه. اختر ملفًا آخر.</translation>
    </message>
    <message>
        <source>“{path}” was made by a newer version, which keeps “{name}” differently. Install that version.</source>
        <translation>أنشأت «{path}» نسخة أحدث من حاشية تحفظ «{name}» على نحو آخر. ثبّت تلك النسخة.</translation>
    </message>
    <message>
        <source>“{path}” was made by another version of the program ({version}). Install that version to take it in.</source>
        <translation>أُنشئ «{path}» بإصدار آخر من البرنامج ({version}). ثبِّت ذلك الإصدار لإدخاله.</translation>
    </message>
    <message>
        <source>“{path}” was never finished: it is not a project.</source>
        <translation>«{path}» لم يكتمل إنشاؤه، فليس مشروعًا.</translation>
    </message>
    <message>
        <source>“{path}”: {reason}</source>
        <translation>«{path}»: {reason}</translation>
    </message>
    <message>
        <source>“{place}” cannot be read: {reason}.</source>
        <translation>تعذّرت قراءة «{place}»: {reason}.</translation>
    </message>
    <message>
        <source>“{place}” must be a list of two numbers.</source>
        <translation>يجب أن يكون «{place}» قائمة من عددين.</translation>
    </message>
    <message>
        <source>“{place}” must be a list.</source>
        <translation>يجب أن يكون «{place}» قائمة.</translation>
    </message>
    <message>
        <source>“{place}” must be a number or null.</source>
        <translation>يجب أن يكون «{place}» عددًا أو null.</translation>
    </message>
    <message>
        <source>“{place}” must be a text or null.</source>
        <translation>يجب أن يكون «{place}» نصًا أو null.</translation>
    </message>
    <message>
        <source>“{place}” must be a text.</source>
        <translation>يجب أن يكون «{place}» نصًا.</translation>
    </message>
    <message>
        <source>“{place}” must be a whole number or null.</source>
        <translation>يجب أن يكون «{place}» عددًا صحيحًا أو null.</translation>
    </message>
    <message>
        <source>“{place}” must be a whole number.</source>
        <translation>يجب أن يكون «{place}» عددًا صحيحًا.</translation>
    </message>
    <message>
        <source>“{place}” must be an object or null.</source>
        <translation>يجب أن يكون «{place}» كائنًا أو null.</translation>
    </message>
    <message>
        <source>“{place}” must be an object.</source>
        <translation>يجب أن يكون «{place}» كائنًا.</translation>
    </message>
    <message>
        <source>“{place}” must be true or false.</source>
        <translation>يجب أن يكون «{place}» إمّا true وإمّا false.</translation>
    </message>
    <message>
        <source>“{tag}” is no tag of IOB2 or BILOU, such as O or B-NAME.</source>
        <translation>«{tag}» ليست من علامات IOB2 أو BILOU، مثل O أو B-NAME.</translation>
    </message>
    <message>
        <source>“{text}” does not say who is whom. Write --same-person A=B.</source>
        <translation>لا يبيّن «{text}» مَن هو مَن. اكتب ‎--same-person A=B.</translation>
    </message>
    <message>
        <source>“{theirs}” is called “{ours}” here; the name here stays.</source>
        <translation>اسم «{theirs}» هنا «{ours}»، والاسم المستعمل هنا باقٍ.</translation>
    </message>
    <message>
        <source>“{unit}” is no token to which a relation could lead.</source>
        <translation>«{unit}» ليست وحدة يمكن أن تؤدي إليها علاقة.</translation>
    </message>
    <message>
        <source>“{value}” cannot be an id.</source>
        <translation>«{value}» لا يصلح معرّفًا.</translation>
    </message>
    <message>
        <source>“{value}” cannot be “{key}”: an id has 1 to 64 Latin letters, digits or the signs _ . : -</source>
        <translation>«{value}» لا يصلح قيمةً لـ«{key}»: لا يكون المعرّف فارغًا ولا يزيد على أربعة وستين حرفًا، وكلها لاتينية أو أرقام أو من العلامات (_ . : -).</translation>
    </message>
    <message>
        <source>“{value}” is none of {values}.</source>
        <translation>«{value}» ليس من هذه: {values}.</translation>
    </message>
    <message>
        <source>“{value}” is not of Latin letters, digits and _.</source>
        <translation>«{value}» ليس من الأحرف اللاتينية والأرقام والعلامة «_» وحدها.</translation>
    </message>
    <message>
        <source>“{value}” stands twice as “{key}”.</source>
        <translation>القيمة «{value}» مكررة في «{key}».</translation>
    </message>
    <message>
        <source>“{value}” stands twice.</source>
        <translation>«{value}» مكرر.</translation>
    </message>
</context>
<context>
    <name>Settings</name>
    <message>
        <source>Best</source>
        <translation>الأنسب</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>أغلق</translation>
    </message>
    <message>
        <source>Digits</source>
        <translation>الأرقام</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>اللغة</translation>
    </message>
    <message>
        <source>Like the system</source>
        <translation>مثل النظام</translation>
    </message>
    <message>
        <source>Line height</source>
        <translation>ارتفاع السطر</translation>
    </message>
    <message>
        <source>Loose</source>
        <translation>واسع</translation>
    </message>
    <message>
        <source>Motion</source>
        <translation>الحركة</translation>
    </message>
    <message>
        <source>Narrow</source>
        <translation>ضيّق</translation>
    </message>
    <message>
        <source>Normal</source>
        <translation>معتاد</translation>
    </message>
    <message>
        <source>Reading face</source>
        <translation>خط القراءة</translation>
    </message>
    <message>
        <source>Reduced</source>
        <translation>مخفّفة</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>الإعدادات</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>حجم النص</translation>
    </message>
    <message>
        <source>Text width</source>
        <translation>عرض النص</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>المظهر</translation>
    </message>
    <message>
        <source>Tight</source>
        <translation>ضيّق</translation>
    </message>
    <message>
        <source>Usual: %1</source>
        <translation>المعتاد: %1</translation>
    </message>
    <message>
        <source>Wide</source>
        <translation>واسع</translation>
    </message>
</context>
<context>
    <name>SpanTable</name>
    <message numerus="yes">
        <source>%n spans</source>
        <translation>
            <numerusform>لا مقاطع</numerusform>
            <numerusform>مقطع واحد</numerusform>
            <numerusform>مقطعان</numerusform>
            <numerusform>%Ln مقاطع</numerusform>
            <numerusform>%Ln مقطعًا</numerusform>
            <numerusform>%Ln مقطع</numerusform>
        </translation>
    </message>
    <message>
        <source>By label</source>
        <translation>بحسب الوسم</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>أغلق</translation>
    </message>
    <message>
        <source>Code points</source>
        <translation>المحارف</translation>
    </message>
    <message>
        <source>Go to the span</source>
        <translation>اذهب إلى المقطع</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>الوسم</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>حاشية</translation>
    </message>
    <message>
        <source>Paragraph</source>
        <translation>الفقرة</translation>
    </message>
    <message>
        <source>Quote</source>
        <translation>الاقتباس</translation>
    </message>
    <message>
        <source>Reading order</source>
        <translation>بترتيب القراءة</translation>
    </message>
    <message>
        <source>Spans as a table</source>
        <translation>المقاطع في جدول</translation>
    </message>
</context>
<context>
    <name>StatusBar</name>
    <message numerus="yes">
        <source>%n characters</source>
        <translation>
            <numerusform>لا أحرف</numerusform>
            <numerusform>حرف واحد</numerusform>
            <numerusform>حرفان</numerusform>
            <numerusform>%Ln أحرف</numerusform>
            <numerusform>%Ln حرفًا</numerusform>
            <numerusform>%Ln حرف</numerusform>
        </translation>
    </message>
    <message>
        <source>Annotator: %1</source>
        <translation>الموسِّم: %1</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>داكن</translation>
    </message>
    <message>
        <source>Everything kept</source>
        <translation>كل شيء محفوظ</translation>
    </message>
    <message>
        <source>Last change: %1</source>
        <translation>آخر تعديل: %1</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>فاتح</translation>
    </message>
    <message>
        <source>Open for reading only</source>
        <translation>مفتوح للقراءة فقط</translation>
    </message>
    <message>
        <source>Sepia</source>
        <translation>ورقي</translation>
    </message>
    <message>
        <source>Text size: %1</source>
        <translation>حجم النص: %1</translation>
    </message>
    <message>
        <source>Theme: %1</source>
        <translation>المظهر: %1</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>أعد المحاولة</translation>
    </message>
    <message>
        <source>Undone: %1</source>
        <translation>أُلغي: %1</translation>
    </message>
    <message>
        <source>Who is annotating?</source>
        <translation>مَن يسِم؟</translation>
    </message>
    <message>
        <source>headline</source>
        <translation>العنوان</translation>
    </message>
    <message>
        <source>paragraph %1</source>
        <translation>الفقرة %1</translation>
    </message>
</context>
<context>
    <name>Team</name>
    <message numerus="yes">
        <source>%n already here</source>
        <translation>
            <numerusform>لا شيء موجود من قبل</numerusform>
            <numerusform>واحدة موجودة من قبل</numerusform>
            <numerusform>اثنتان موجودتان من قبل</numerusform>
            <numerusform>%Ln موجودة من قبل</numerusform>
            <numerusform>%Ln موجودة من قبل</numerusform>
            <numerusform>%Ln موجودة من قبل</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n articles</source>
        <translation>
            <numerusform>لا أخبار</numerusform>
            <numerusform>خبر واحد</numerusform>
            <numerusform>خبران</numerusform>
            <numerusform>%Ln أخبار</numerusform>
            <numerusform>%Ln خبرًا</numerusform>
            <numerusform>%Ln خبر</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n articles are begun and not finished, so they are not in it.</source>
        <translation>
            <numerusform>لا أخبار غير منجزة.</numerusform>
            <numerusform>خبر واحد بُدئ ولم يُنجَز، فليس فيها.</numerusform>
            <numerusform>خبران بُدئا ولم يُنجَزا، فليسا فيها.</numerusform>
            <numerusform>%Ln أخبار بُدئت ولم تُنجَز، فليست فيها.</numerusform>
            <numerusform>%Ln خبرًا بُدئ ولم يُنجَز، فليس فيها.</numerusform>
            <numerusform>%Ln خبر بُدئ ولم يُنجَز، فليس فيها.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n articles go to fewer people than asked for: too few are left who have not done them.</source>
        <translation>
            <numerusform>كل خبر ذهب إلى العدد المطلوب.</numerusform>
            <numerusform>ذهب خبر واحد إلى أقل من العدد المطلوب: لم يبقَ من لم ينجزه ما يكفي.</numerusform>
            <numerusform>ذهب خبران إلى أقل من العدد المطلوب: لم يبقَ من لم ينجزهما ما يكفي.</numerusform>
            <numerusform>ذهبت %Ln أخبار إلى أقل من العدد المطلوب: لم يبقَ من لم ينجزها ما يكفي.</numerusform>
            <numerusform>ذهب %Ln خبرًا إلى أقل من العدد المطلوب: لم يبقَ من لم ينجزها ما يكفي.</numerusform>
            <numerusform>ذهب %Ln خبر إلى أقل من العدد المطلوب: لم يبقَ من لم ينجزها ما يكفي.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n articles newly assigned</source>
        <translation>
            <numerusform>لم يُوزَّع خبر جديد</numerusform>
            <numerusform>وُزِّع خبر واحد جديد</numerusform>
            <numerusform>وُزِّع خبران جديدان</numerusform>
            <numerusform>وُزِّعت %Ln أخبار جديدة</numerusform>
            <numerusform>وُزِّع %Ln خبرًا جديدًا</numerusform>
            <numerusform>وُزِّع %Ln خبر جديد</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n new layers</source>
        <translation>
            <numerusform>لا طبقات جديدة</numerusform>
            <numerusform>طبقة جديدة واحدة</numerusform>
            <numerusform>طبقتان جديدتان</numerusform>
            <numerusform>%Ln طبقات جديدة</numerusform>
            <numerusform>%Ln طبقة جديدة</numerusform>
            <numerusform>%Ln طبقة جديدة</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n repeats</source>
        <translation>
            <numerusform>لا تكرار</numerusform>
            <numerusform>تكرار واحد</numerusform>
            <numerusform>تكراران</numerusform>
            <numerusform>%Ln تكرارات</numerusform>
            <numerusform>%Ln تكرارًا</numerusform>
            <numerusform>%Ln تكرار</numerusform>
        </translation>
    </message>
    <message>
        <source>Annotators</source>
        <translation>الموسِّمون</translation>
    </message>
    <message>
        <source>Annotators per article</source>
        <translation>موسِّمون لكل خبر</translation>
    </message>
    <message>
        <source>Assign</source>
        <translation>وزِّع</translation>
    </message>
    <message>
        <source>Assign articles</source>
        <translation>توزيع الأخبار</translation>
    </message>
    <message>
        <source>Bundle</source>
        <translation>الحزمة</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>إلغاء</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>أغلق</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>الملفات</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>المجلد</translation>
    </message>
    <message>
        <source>Hand in</source>
        <translation>سلِّم عملك</translation>
    </message>
    <message numerus="yes">
        <source>Handed in: %n articles. You can go on working; hand in again when it changes.</source>
        <translation>
            <numerusform>لم يُسلَّم أي خبر.</numerusform>
            <numerusform>سُلّم خبر واحد. يمكنك المتابعة والتسليم من جديد إن تغيّر شيء.</numerusform>
            <numerusform>سُلّم خبران. يمكنك المتابعة والتسليم من جديد إن تغيّر شيء.</numerusform>
            <numerusform>سُلّمت %Ln أخبار. يمكنك المتابعة والتسليم من جديد إن تغيّر شيء.</numerusform>
            <numerusform>سُلّم %Ln خبرًا. يمكنك المتابعة والتسليم من جديد إن تغيّر شيء.</numerusform>
            <numerusform>سُلّم %Ln خبر. يمكنك المتابعة والتسليم من جديد إن تغيّر شيء.</numerusform>
        </translation>
    </message>
    <message>
        <source>Hidden repeats for each</source>
        <translation>تكرارات خفية لكل منهم</translation>
    </message>
    <message>
        <source>Merge</source>
        <translation>اجمع</translation>
    </message>
    <message>
        <source>Merge hand-ins</source>
        <translation>جمع التسليمات</translation>
    </message>
    <message numerus="yes">
        <source>Merged: %n layers.</source>
        <translation>
            <numerusform>لم تُجمع أي طبقة.</numerusform>
            <numerusform>جُمعت طبقة واحدة.</numerusform>
            <numerusform>جُمعت طبقتان.</numerusform>
            <numerusform>جُمعت %Ln طبقات.</numerusform>
            <numerusform>جُمعت %Ln طبقة.</numerusform>
            <numerusform>جُمعت %Ln طبقة.</numerusform>
        </translation>
    </message>
    <message>
        <source>Names, with commas between them</source>
        <translation>الأسماء، بينها فواصل</translation>
    </message>
    <message>
        <source>Nothing new came in. Nothing changed.</source>
        <translation>لم يدخل جديد، ولم يتغيّر شيء.</translation>
    </message>
    <message>
        <source>Seed of chance</source>
        <translation>بذرة المصادفة</translation>
    </message>
    <message>
        <source>This bundle was already merged. Nothing changed.</source>
        <translation>سبق جمع هذه الحزمة. لم يتغيّر شيء.</translation>
    </message>
    <message>
        <source>Under way…</source>
        <translation>يجري العمل…</translation>
    </message>
    <message numerus="yes">
        <source>Under way… %n so far</source>
        <translation>
            <numerusform>يجري العمل… لا شيء بعد</numerusform>
            <numerusform>يجري العمل… واحد حتى الآن</numerusform>
            <numerusform>يجري العمل… اثنان حتى الآن</numerusform>
            <numerusform>يجري العمل… %Ln حتى الآن</numerusform>
            <numerusform>يجري العمل… %Ln حتى الآن</numerusform>
            <numerusform>يجري العمل… %Ln حتى الآن</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Tour</name>
    <message>
        <source>Changed your mind?</source>
        <translation>غيّرت رأيك؟</translation>
    </message>
    <message>
        <source>Finished?</source>
        <translation>انتهيت؟</translation>
    </message>
    <message>
        <source>Highlight “%1” with the mouse, or with Shift and the arrow keys, then press %3 to label it %2. Everything is kept at once, and everything can be undone.</source>
        <translation>ظلّل عبارة «%1» بالفأرة، أو بالأسهم مع Shift، ثم اضغط %3 لتسِمها «%2». كل شيء يُحفظ فورًا، وكل شيء يمكن التراجع عنه.</translation>
    </message>
    <message>
        <source>Mark the article as done with %3; the next unfinished one opens.</source>
        <translation>أنجِز الخبر بالضغط على %3، فيُفتح التالي غير المنجز.</translation>
    </message>
    <message>
        <source>Press %3. As far as you like, even tomorrow.</source>
        <translation>اضغط %3، إلى حيث تشاء، ولو غدًا.</translation>
    </message>
    <message>
        <source>Press another label&apos;s key: %3 for %2, for example.</source>
        <translation>اضغط مفتاح وسم آخر: %3 مثلًا لوسم «%2».</translation>
    </message>
    <message>
        <source>Show me</source>
        <translation>أرِني</translation>
    </message>
    <message>
        <source>Skip the tour</source>
        <translation>تخطَّ الجولة</translation>
    </message>
    <message>
        <source>Step %1 of %2</source>
        <translation>الخطوة %1 من %2</translation>
    </message>
    <message>
        <source>Take it back</source>
        <translation>تراجع</translation>
    </message>
    <message>
        <source>Who carried out the attack?</source>
        <translation>مَن نفّذ الهجوم؟</translation>
    </message>
</context>
<context>
    <name>Who</name>
    <message>
        <source>Already in this project</source>
        <translation>أسماء في هذا المشروع</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>ابدأ</translation>
    </message>
    <message>
        <source>Who is annotating?</source>
        <translation>مَن يسِم؟</translation>
    </message>
    <message>
        <source>Your name</source>
        <translation>اسمك</translation>
    </message>
    <message>
        <source>Your name marks your layer; the others do not see it while you work.</source>
        <translation>باسمك تُعرف طبقتك، ولا يراها غيرك وأنت تعمل.</translation>
    </message>
</context>
<context>
    <name>Window</name>
    <message numerus="yes">
        <source>Done with %n things missing. Mark it anyway?</source>
        <translation>
            <numerusform>لا ينقصه شيء. أيُعدّ منجزًا؟</numerusform>
            <numerusform>ينقصه أمر واحد. أيُعدّ منجزًا؟</numerusform>
            <numerusform>ينقصه أمران. أيُعدّ منجزًا؟</numerusform>
            <numerusform>تنقصه %Ln أمور. أيُعدّ منجزًا؟</numerusform>
            <numerusform>ينقصه %Ln أمرًا. أيُعدّ منجزًا؟</numerusform>
            <numerusform>ينقصه %Ln أمر. أيُعدّ منجزًا؟</numerusform>
        </translation>
    </message>
    <message>
        <source>Hashiya</source>
        <translation>حاشية</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>استيراد</translation>
    </message>
    <message>
        <source>Mark it anyway</source>
        <translation>عُدَّه منجزًا</translation>
    </message>
    <message>
        <source>New project</source>
        <translation>مشروع جديد</translation>
    </message>
    <message>
        <source>Open project</source>
        <translation>افتح مشروعًا</translation>
    </message>
    <message>
        <source>Show them</source>
        <translation>أرِني ما ينقص</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>تراجع</translation>
    </message>
</context>
</TS>
