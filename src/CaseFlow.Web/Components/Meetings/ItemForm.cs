using CaseFlow.Cases.Meetings;
using CaseFlow.Web.Components.Shared.Forms;

namespace CaseFlow.Web.Components.Meetings;

/// <summary>What was posted with <c>ItemFields</c>.</summary>
internal static class ItemForm
{
    public static ItemContent Content(FormPost post) => new(
        string.Join(' ', post.All("typ").OfType<string>()), post["rubrik"], post["syfte"], post.Number("minuter") ?? 0, post["foredragande"], post["forvantan"], post["galler"]);
}
