<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en">
<context>
    <name>ArticleList</name>
    <message numerus="yes">
        <source>%n articles</source>
        <translation>
            <numerusform>%Ln article</numerusform>
            <numerusform>%Ln articles</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n open</source>
        <translation>
            <numerusform>%Ln open</numerusform>
            <numerusform>%Ln open</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n spans</source>
        <translation>
            <numerusform>%Ln span</numerusform>
            <numerusform>%Ln spans</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Change</name>
    <message numerus="yes">
        <source>label %n places</source>
        <translation>
            <numerusform>label %Ln place</numerusform>
            <numerusform>label %Ln places</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Comments</name>
    <message numerus="yes">
        <source>%n comments</source>
        <translation>
            <numerusform>%Ln comment</numerusform>
            <numerusform>%Ln comments</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Dock</name>
    <message numerus="yes">
        <source>%1, key %2, %n spans</source>
        <translation>
            <numerusform>%1, key %2, %Ln span</numerusform>
            <numerusform>%1, key %2, %Ln spans</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Export</name>
    <message numerus="yes">
        <source>%n annotators</source>
        <translation>
            <numerusform>%Ln annotator</numerusform>
            <numerusform>%Ln annotators</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n articles</source>
        <translation>
            <numerusform>%Ln article</numerusform>
            <numerusform>%Ln articles</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n spans</source>
        <translation>
            <numerusform>%Ln span</numerusform>
            <numerusform>%Ln spans</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Exported and read back: %n spans, as announced.</source>
        <translation>
            <numerusform>Exported and read back: %Ln span, as announced.</numerusform>
            <numerusform>Exported and read back: %Ln spans, as announced.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Exported and read back: %n spans.</source>
        <translation>
            <numerusform>Exported and read back: %Ln span.</numerusform>
            <numerusform>Exported and read back: %Ln spans.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %n layers</source>
        <translation>
            <numerusform>in %Ln layer</numerusform>
            <numerusform>in %Ln layers</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Find</name>
    <message numerus="yes">
        <source>%n places</source>
        <translation>
            <numerusform>%Ln place</numerusform>
            <numerusform>%Ln places</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Label %n places as</source>
        <translation>
            <numerusform>Label %Ln place as</numerusform>
            <numerusform>Label %Ln places as</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Label %n places as %1</source>
        <translation>
            <numerusform>Label %Ln place as %1</numerusform>
            <numerusform>Label %Ln places as %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>more than %n places</source>
        <translation>
            <numerusform>more than %Ln place</numerusform>
            <numerusform>more than %Ln places</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Import</name>
    <message numerus="yes">
        <source>%n articles can be read</source>
        <translation>
            <numerusform>%Ln article can be read</numerusform>
            <numerusform>%Ln articles can be read</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n files</source>
        <translation>
            <numerusform>%Ln file</numerusform>
            <numerusform>%Ln files</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n files not looked at yet</source>
        <translation>
            <numerusform>%Ln file not looked at yet</numerusform>
            <numerusform>%Ln files not looked at yet</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n lines</source>
        <translation>
            <numerusform>%Ln line</numerusform>
            <numerusform>%Ln lines</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n refused</source>
        <translation>
            <numerusform>%Ln refused</numerusform>
            <numerusform>%Ln refused</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n sound lines</source>
        <translation>
            <numerusform>%Ln sound line</numerusform>
            <numerusform>%Ln sound lines</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Import %n articles</source>
        <translation>
            <numerusform>Import %Ln article</numerusform>
            <numerusform>Import %Ln articles</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Import %n layers</source>
        <translation>
            <numerusform>Import %Ln layer</numerusform>
            <numerusform>Import %Ln layers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>This is “%1”, the first of %n such files.</source>
        <translation>
            <numerusform>This is “%1”.</numerusform>
            <numerusform>This is “%1”, the first of %Ln such files.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Inspector</name>
    <message numerus="yes">
        <source>%n characters</source>
        <translation>
            <numerusform>%Ln character</numerusform>
            <numerusform>%Ln characters</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Missing</name>
    <message numerus="yes">
        <source>%n things are missing</source>
        <translation>
            <numerusform>%Ln thing is missing</numerusform>
            <numerusform>%Ln things are missing</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Overview</name>
    <message numerus="yes">
        <source>%n annotators</source>
        <translation>
            <numerusform>%Ln annotator</numerusform>
            <numerusform>%Ln annotators</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n annotators have finished articles, but no article is common to two of them.</source>
        <translation>
            <numerusform>%Ln annotator has finished articles, but no article is common to two.</numerusform>
            <numerusform>%Ln annotators have finished articles, but no article is common to two of them.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n articles finished by two or more</source>
        <translation>
            <numerusform>%Ln article finished by two or more</numerusform>
            <numerusform>%Ln articles finished by two or more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n articles in common</source>
        <translation>
            <numerusform>%Ln article in common</numerusform>
            <numerusform>%Ln articles in common</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n places</source>
        <translation>
            <numerusform>%Ln place</numerusform>
            <numerusform>%Ln places</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n spans</source>
        <translation>
            <numerusform>%Ln span</numerusform>
            <numerusform>%Ln spans</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Counting… %n articles so far</source>
        <translation>
            <numerusform>Counting… %Ln article so far</numerusform>
            <numerusform>Counting… %Ln articles so far</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Looking… %n articles so far</source>
        <translation>
            <numerusform>Looking… %Ln article so far</numerusform>
            <numerusform>Looking… %Ln articles so far</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %n articles</source>
        <translation>
            <numerusform>in %Ln article</numerusform>
            <numerusform>in %Ln articles</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Scheme</name>
    <message numerus="yes">
        <source>%n choices</source>
        <translation>
            <numerusform>%Ln choice</numerusform>
            <numerusform>%Ln choices</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n events changed</source>
        <translation>
            <numerusform>%Ln event changed</numerusform>
            <numerusform>%Ln events changed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more annotators</source>
        <translation>
            <numerusform>%Ln more annotator</numerusform>
            <numerusform>%Ln more annotators</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n spans join their double</source>
        <translation>
            <numerusform>%Ln span joins its double</numerusform>
            <numerusform>%Ln spans join their doubles</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n spans lose a value</source>
        <translation>
            <numerusform>%Ln span loses a value</numerusform>
            <numerusform>%Ln spans lose a value</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n spans relabelled</source>
        <translation>
            <numerusform>%Ln span relabelled</numerusform>
            <numerusform>%Ln spans relabelled</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n spans with another value</source>
        <translation>
            <numerusform>%Ln span with another value</numerusform>
            <numerusform>%Ln spans with another value</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n unaffected</source>
        <translation>
            <numerusform>%Ln unaffected</numerusform>
            <numerusform>%Ln unaffected</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All %n spans stay as they are.</source>
        <translation>
            <numerusform>The one span stays as it is.</numerusform>
            <numerusform>All %Ln spans stay as they are.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SpanTable</name>
    <message numerus="yes">
        <source>%n spans</source>
        <translation>
            <numerusform>%Ln span</numerusform>
            <numerusform>%Ln spans</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StatusBar</name>
    <message numerus="yes">
        <source>%n characters</source>
        <translation>
            <numerusform>%Ln character</numerusform>
            <numerusform>%Ln characters</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Team</name>
    <message numerus="yes">
        <source>%n already here</source>
        <translation>
            <numerusform>%Ln already here</numerusform>
            <numerusform>%Ln already here</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n articles</source>
        <translation>
            <numerusform>%Ln article</numerusform>
            <numerusform>%Ln articles</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n articles are begun and not finished, so they are not in it.</source>
        <translation>
            <numerusform>%Ln article is begun and not finished, so it is not in it.</numerusform>
            <numerusform>%Ln articles are begun and not finished, so they are not in it.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n articles go to fewer people than asked for: too few are left who have not done them.</source>
        <translation>
            <numerusform>%Ln article goes to fewer people than asked for: too few are left who have not done it.</numerusform>
            <numerusform>%Ln articles go to fewer people than asked for: too few are left who have not done them.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n articles newly assigned</source>
        <translation>
            <numerusform>%Ln article newly assigned</numerusform>
            <numerusform>%Ln articles newly assigned</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n new layers</source>
        <translation>
            <numerusform>%Ln new layer</numerusform>
            <numerusform>%Ln new layers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n repeats</source>
        <translation>
            <numerusform>%Ln repeat</numerusform>
            <numerusform>%Ln repeats</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Handed in: %n articles. You can go on working; hand in again when it changes.</source>
        <translation>
            <numerusform>Handed in: %Ln article. You can go on working; hand in again when it changes.</numerusform>
            <numerusform>Handed in: %Ln articles. You can go on working; hand in again when it changes.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Merged: %n layers.</source>
        <translation>
            <numerusform>Merged: %Ln layer.</numerusform>
            <numerusform>Merged: %Ln layers.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Under way… %n so far</source>
        <translation>
            <numerusform>Under way… %Ln so far</numerusform>
            <numerusform>Under way… %Ln so far</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Window</name>
    <message numerus="yes">
        <source>Done with %n things missing. Mark it anyway?</source>
        <translation>
            <numerusform>Done with %Ln thing missing. Mark it anyway?</numerusform>
            <numerusform>Done with %Ln things missing. Mark it anyway?</numerusform>
        </translation>
    </message>
</context>
</TS>
