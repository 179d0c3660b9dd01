using CaseFlow.Cases.Access;

namespace CaseFlow.Cases.Meetings;

/// <summary>Who may do what with meetings, where no open task says it: planning belongs to the chair, the administration and the preparers.</summary>
public static class MeetingRights
{
    private static readonly string[] Planners = ["ordforande", "vice-ordforande", "administration", "beredningsansvarig"];
    private static readonly string[] SecretariatPlanners = ["sro-sekretariat"];

    public static bool MayPlan(Actor actor)
    {
        ArgumentNullException.ThrowIfNull(actor);
        return Planners.Concat(SecretariatPlanners).Any(role => actor.Holds(role));
    }
}
