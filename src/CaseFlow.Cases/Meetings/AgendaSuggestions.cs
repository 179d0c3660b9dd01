using CaseFlow.Cases.Language;
using CaseFlow.Cases.Organisation;
using CaseFlow.Engine.Feel;
using CaseFlow.Engine.Model;

namespace CaseFlow.Cases.Meetings;

/// <param name="Becomes">The kind that the item could be instead.</param>
public sealed record AgendaSuggestion(Guid ItemId, string Becomes, BilingualText Why);

/// <summary>What whoever builds an agenda could do about too much information (R120), by the declared decision table. Pure; advice only.</summary>
public static class AgendaSuggestions
{
    private const string Decision = "punktform";

    public static IReadOnlyList<AgendaSuggestion> Of(ModelBundle bundle, DeployedOrganisation deployed, Meeting meeting, AgendaTimes agenda, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(bundle);
        ArgumentNullException.ThrowIfNull(deployed);
        ArgumentNullException.ThrowIfNull(meeting);
        ArgumentNullException.ThrowIfNull(agenda);
        if (bundle.FindDecision(Decision) is not { } table || deployed.Rules.For(RuleKinds.InformationShare, meeting.Date) is not { } clause
            || deployed.Mandate.FindThreshold(clause.Settings.Text("threshold") ?? "")?.Value is not { } limit)
            return [];
        var suggestions = new List<AgendaSuggestion>();
        foreach (var item in agenda.Slots.Select(s => s.Item).Where(i => i.ClosedAt is null && !i.IsFormal))
        {
            var inputs = FeelContext.Of(
            [
                new("behandling", FeelValue.Of(item.Kind)), new("informationsandel", FeelValue.Of(agenda.InformationPercent)), new("troskel", FeelValue.Of(limit)),
            ]);
            var result = table.Evaluate(Decision, inputs, new FeelEnvironment(now));
            if ((result.Value.AsString() ?? result.Value.AsContext()?["forslag"].AsString()) is not { } form || form != ItemKinds.Written || item.Kind == ItemKinds.Written)
                continue;
            // What is called a dialogue is one, whatever was ticked: it stays on the agenda as that.
            suggestions.Add(item.Title.Contains(ItemKinds.Dialogue, StringComparison.OrdinalIgnoreCase)
                ? new(item.Id, ItemKinds.Dialogue, MeetingRefusals.Text("Suggest.Dialogue"))
                : new(item.Id, ItemKinds.Written, MeetingRefusals.Text("Suggest.Written")));
        }

        return suggestions;
    }
}
