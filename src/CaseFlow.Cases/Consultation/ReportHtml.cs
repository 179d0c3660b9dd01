using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using CaseFlow.Cases.Language;

namespace CaseFlow.Cases.Consultation;

/// <summary>The compiled consultation as one page that stands by itself, on screen and on paper. Swedish, as the record is. Everything is escaped.</summary>
internal static class ReportHtml
{
    private const string Style =
        """
        body{font-family:sans-serif;line-height:1.5;max-width:60em;margin:2em auto;padding:0 1em;color:#111}
        table{border-collapse:collapse;width:100%;margin:.5em 0 1.5em}
        th,td{border:1px solid #777;padding:.4em .6em;text-align:left;vertical-align:top}
        caption{text-align:left;font-weight:bold;padding:.4em 0}
        .pre{white-space:pre-line}
        @page{size:A4;margin:20mm 18mm}
        @media print{body{margin:0;max-width:none;font-size:10.5pt}tr{break-inside:avoid}h2,h3{break-after:avoid}thead{display:table-header-group}}
        """;

    // Swedish letters as themselves, as on the pages.
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    public static string Write(ConsultationReport report)
    {
        var html = new StringBuilder();
        var title = Text("ReportTitle", report.Round.Number);
        html.Append("<!DOCTYPE html>\n<html lang=\"sv\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\">")
            .Append("<title>").Append(Safe($"{title} – {report.Number}")).Append("</title><style>").Append(Style).Append("</style></head><body><main>\n")
            .Append("<h1>").Append(Safe(title)).Append("</h1>\n<p>").Append(Safe($"{report.Number} {report.Title}")).Append("</p>\n");
        Paragraph(html, Text("ReportCounts", report.Answered.Count, report.Recipients.Count, report.Views.Count));
        Paragraph(html, Text("ReportDispositions", report.Count(ViewDisposition.Accepted), report.Count(ViewDisposition.Partly), report.Count(ViewDisposition.Rejected), report.Count(null)));
        Section(html, "ReportSummary", report.Round.Summary);
        Section(html, "ReportChanges", report.Round.Changes);
        Section(html, "ReportWithout", report.WithoutAnswer);
        html.Append("<h2>").Append(Safe(Text("ReportAnswers"))).Append("</h2>\n");
        foreach (var recipient in report.Answered)
            Answer(html, report, recipient);
        if (report.Silent.Count > 0)
        {
            html.Append("<h2>").Append(Safe(Text("ReportSilent"))).Append("</h2>\n<ul>\n");
            foreach (var recipient in report.Silent)
                html.Append("<li>").Append(Safe(report.NameOf(recipient).Sv)).Append("</li>\n");
            html.Append("</ul>\n");
        }

        return html.Append("</main></body></html>\n").ToString();
    }

    private static void Answer(StringBuilder html, ConsultationReport report, ConsultationRecipient recipient)
    {
        var name = report.NameOf(recipient).Sv;
        html.Append("<h3>").Append(Safe(name)).Append("</h3>\n");
        Paragraph(html, ConsultationReport.AnswerWord(recipient.Answer).Sv);
        var views = report.ViewsOf(recipient).ToList();
        if (views.Count == 0)
            return;
        html.Append("<table><caption>").Append(Safe(Text("ReportViewsOf", name))).Append("</caption><thead><tr>");
        foreach (var column in new[] { "ColumnNumber", "ColumnView", "ColumnDisposition", "ColumnReason" })
            html.Append("<th scope=\"col\">").Append(Safe(Text(column))).Append("</th>");
        html.Append("</tr></thead><tbody>\n");
        foreach (var view in views)
        {
            html.Append("<tr><th scope=\"row\">").Append(view.Number).Append("</th><td class=\"pre\">").Append(Safe(view.Text))
                .Append("</td><td>").Append(Safe(ConsultationReport.Word(view.Disposition).Sv)).Append("</td><td class=\"pre\">").Append(Safe(view.Reason)).Append("</td></tr>\n");
        }

        html.Append("</tbody></table>\n");
    }

    private static void Section(StringBuilder html, string heading, string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
            return;
        html.Append("<h2>").Append(Safe(Text(heading))).Append("</h2>\n<p class=\"pre\">").Append(Safe(text)).Append("</p>\n");
    }

    private static void Paragraph(StringBuilder html, string text) => html.Append("<p>").Append(Safe(text)).Append("</p>\n");

    private static string Text(string key, params object?[] arguments) => BilingualText.From(ConsultationRefusals.Texts, key, arguments).Sv;

    private static string Safe(string text) => Encoder.Encode(text);
}
