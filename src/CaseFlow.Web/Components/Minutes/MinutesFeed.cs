using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using System.Xml;
using CaseFlow.Cases.Minutes;
using CaseFlow.Web.Language;

namespace CaseFlow.Web.Components.Minutes;

/// <summary>Published minutes as an Atom feed (RFC 4287): what the channels' sites fetch from, and whoever wants to follow the work.</summary>
internal static class MinutesFeed
{
    public const string Path = "/anteckningar/feed.atom";
    private const string Atom = "http://www.w3.org/2005/Atom";
    private const int Most = 50;
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);
    private static readonly Texts T = Texts.For("Minutes");

    public static void MapMinutesFeed(this IEndpointRouteBuilder routes) => routes.MapGet(Path, Get).AllowAnonymous().ExcludeFromDescription();

    private static async Task<IResult> Get(HttpContext http, PublishedMinutes published, IConfiguration configuration, CancellationToken ct)
    {
        var site = configuration["CaseFlow:BaseUrl"] is { Length: > 0 } configured ? configured.TrimEnd('/') : $"{http.Request.Scheme}://{http.Request.Host}";
        var all = await published.Newest(Most, ct);
        return Results.Bytes(Feed(site, all), "application/atom+xml; charset=utf-8");
    }

    private static byte[] Feed(string site, IReadOnlyList<MinutesPublication> all)
    {
        var text = new MemoryStream();
        using (var xml = XmlWriter.Create(text, new() { Encoding = new UTF8Encoding(false) }))
        {
            xml.WriteStartElement("feed", Atom);
            xml.WriteElementString("id", Atom, site + Path);
            xml.WriteElementString("title", Atom, T["public.title"]);
            xml.WriteElementString("updated", Atom, Moment(all.Count > 0 ? all.Max(p => p.PublishedAt ?? p.ApprovedAt) : DateTimeOffset.UnixEpoch));
            Link(xml, site + Path, "self");
            Link(xml, site + "/anteckningar", "alternate");
            foreach (var publication in all)
                Entry(xml, site, publication);
            xml.WriteEndElement();
        }

        return text.ToArray();
    }

    private static void Entry(XmlWriter xml, string site, MinutesPublication publication)
    {
        var address = site + PublicMinutesPage.PathOf(publication);
        xml.WriteStartElement("entry", Atom);
        xml.WriteElementString("id", Atom, "urn:uuid:" + publication.Id);
        xml.WriteElementString("title", Atom, publication.Title);
        xml.WriteElementString("updated", Atom, Moment(publication.PublishedAt ?? publication.ApprovedAt));
        xml.WriteElementString("published", Atom, Moment(publication.ApprovedAt));
        Link(xml, address, "alternate");
        xml.WriteStartElement("author", Atom);
        xml.WriteElementString("name", Atom, publication.Body.ToUpperInvariant());
        xml.WriteEndElement();
        xml.WriteStartElement("content", Atom);
        xml.WriteAttributeString("type", "html");
        xml.WriteString(Html(publication.Text));
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static void Link(XmlWriter xml, string href, string relation)
    {
        xml.WriteStartElement("link", Atom);
        xml.WriteAttributeString("rel", relation);
        xml.WriteAttributeString("href", href);
        xml.WriteEndElement();
    }

    private static string Html(string text)
    {
        var html = new StringBuilder();
        foreach (var block in MinutesMarkup.Read(text))
        {
            var tag = block.Kind switch
            {
                MinutesBlockKind.Title => "h1",
                MinutesBlockKind.Heading => "h2",
                MinutesBlockKind.SubHeading => "h3",
                _ => "p",
            };
            if (block.Kind == MinutesBlockKind.List)
                html.Append("<ul>").AppendJoin("", block.Lines.Select(l => $"<li>{Words(l)}</li>")).Append("</ul>");
            else
                html.Append(CultureInfo.InvariantCulture, $"<{tag}>").AppendJoin("<br/>", block.Lines.Select(Words)).Append(CultureInfo.InvariantCulture, $"</{tag}>");
        }

        return html.ToString();
    }

    // Links inside this site need a sign-in: a reader of the feed gets their words.
    private static string Words(IReadOnlyList<MinutesInline> line) => string.Concat(line.Select(i => i.Href is { } href && !href.StartsWith('/')
        ? $"<a href=\"{Encoder.Encode(href)}\">{Encoder.Encode(i.Text)}</a>"
        : Encoder.Encode(i.Text)));

    private static string Moment(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
