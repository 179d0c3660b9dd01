using System.Net;
using System.Text;

namespace CaseFlow.Cases.Notifications;

/// <summary>A mail's words: paragraphs, lists and links, written as plain text and as HTML from the same lines. Everything is escaped.</summary>
public sealed class MailText(string language, string subject)
{
    private readonly StringBuilder _plain = new();
    private readonly StringBuilder _html = new();

    /// <summary>One line without control characters, so that nothing in it can begin a header.</summary>
    public string Subject { get; } = OneLine(subject);

    public string Plain => _plain.ToString().TrimEnd() + "\n";

    public string Html =>
        $"""
        <!DOCTYPE html>
        <html lang="{language}"><head><meta charset="utf-8"><title>{WebUtility.HtmlEncode(Subject)}</title></head>
        <body style="font-family:sans-serif;line-height:1.5;max-width:40em">
        {_html}</body></html>

        """;

    public MailText Heading(string text)
    {
        _plain.Append(OneLine(text)).Append('\n').Append('-', OneLine(text).Length).Append('\n');
        _html.Append("<h2>").Append(WebUtility.HtmlEncode(OneLine(text))).Append("</h2>\n");
        return this;
    }

    /// <summary>A paragraph; nothing when the text is empty.</summary>
    public MailText Paragraph(string text)
    {
        if (text.Length == 0)
            return this;
        _plain.Append(OneLine(text)).Append("\n\n");
        _html.Append("<p>").Append(WebUtility.HtmlEncode(OneLine(text))).Append("</p>\n");
        return this;
    }

    /// <summary>A list of linked lines.</summary>
    public MailText List(IEnumerable<(string Text, Uri Link)> lines)
    {
        _html.Append("<ul>\n");
        foreach (var (text, link) in lines)
        {
            _plain.Append("* ").Append(OneLine(text)).Append("\n  ").Append(link.AbsoluteUri).Append('\n');
            _html.Append("<li>").Append(Anchor(OneLine(text), link)).Append("</li>\n");
        }

        _plain.Append('\n');
        _html.Append("</ul>\n");
        return this;
    }

    public MailText Link(string text, Uri link)
    {
        _plain.Append(OneLine(text)).Append(": ").Append(link.AbsoluteUri).Append("\n\n");
        _html.Append("<p>").Append(Anchor(OneLine(text), link)).Append("</p>\n");
        return this;
    }

    /// <summary>Makes one line of a text: control characters, line separators included, become blanks.</summary>
    public static string OneLine(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return string.Create(text.Length, text, static (span, source) =>
        {
            for (var i = 0; i < source.Length; i++)
                span[i] = char.IsControl(source[i]) || source[i] is '\u2028' or '\u2029' ? ' ' : source[i];
        }).Trim();
    }

    private static string Anchor(string text, Uri link) =>
        $"<a href=\"{WebUtility.HtmlEncode(link.AbsoluteUri)}\">{WebUtility.HtmlEncode(text)}</a>";
}
