using CaseFlow.Cases.Meetings;
using CaseFlow.Cases.Minutes;
using CaseFlow.Cases.Organisation;
using CaseFlow.Engine.Model;
using CaseFlow.Web.Language;

namespace CaseFlow.Web.Components.Minutes;

/// <summary>The draft of a meeting's minutes with the words of the clauses, which are the pages' own.</summary>
internal static class MinutesDrafts
{
    public static string Of(MinutesView view, ModelBundle bundle) => MinutesDraft.Of(
        view.Meeting,
        AttendanceGroups.Of(DeployedOrganisation.Of(bundle).Organisation, view.Meeting.Roll),
        view.Documents,
        code => Texts.For("Cases").Find("clause." + code) ?? code);
}
