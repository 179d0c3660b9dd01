using CaseFlow.Cases.Access;

namespace CaseFlow.Cases.Meetings;

/// <summary>Who may do what with meetings, where no open task says it: planning belongs to the chair, the administration and the preparers.</summary>
public static class MeetingRights
{
    private static readonly string[] Planners = ["ordforande", "vice-ordforande", "administration", "beredningsansvarig"];
    private static readonly string[] SecretariatPlanners = ["sro-sekretariat"];

    /// <summary>Commands of the tasks in which the agenda is built and changed, before the meeting and at it.</summary>
    public static IReadOnlyList<string> EditingCommands { get; } = ["SendNotice", "CloseMeeting"];

    /// <summary>Commands of the tasks in which the meeting is held and finished.</summary>
    public static IReadOnlyList<string> HoldingCommands { get; } = ["CloseMeeting", "FinishInWriting"];

    public static bool MayPlan(Actor actor)
    {
        ArgumentNullException.ThrowIfNull(actor);
        return Planners.Concat(SecretariatPlanners).Any(role => actor.Holds(role));
    }
}
