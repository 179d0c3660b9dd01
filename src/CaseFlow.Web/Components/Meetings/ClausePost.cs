using System.Globalization;
using CaseFlow.Cases.Decisions;
using CaseFlow.Web.Components.Shared.Forms;

namespace CaseFlow.Web.Components.Meetings;

/// <summary>What was posted with <see cref="ClauseFields"/>.</summary>
internal static class ClausePost
{
    public static RecordedClauses Recorded(FormPost post) => new(
        [.. post.All("satser").OfType<string>()],
        post["ordalydelse"],
        post.Optional("effekt"),
        !post.IsTicked("ingenSamsyn"),
        post["skildaSynsatt"],
        post["nastaSteg"],
        post["medskick"],
        post["skal"],
        post.IsTicked("spridas"),
        post.IsTicked("ejForedragen"),
        post["uppdrag"],
        post.Date("rapportSenast"),
        post.Optional("_handlingar") is null ? null : [.. post.All("handlingar").Select(id => Guid.TryParse(id, out var version) ? version : default)]);

    /// <summary>The item's version that the form was drawn with.</summary>
    public static long Version(FormPost post) => long.TryParse(post["version"], NumberStyles.None, CultureInfo.InvariantCulture, out var version) ? version : -1;
}
