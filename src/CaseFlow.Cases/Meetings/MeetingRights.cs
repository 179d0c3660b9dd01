using CaseFlow.Cases.Access;
using CaseFlow.Cases.Organisation;

namespace CaseFlow.Cases.Meetings;

/// <summary>Who may do what with meetings, where no open task says it: the organisation says whose task planning is, body by body.</summary>
public static class MeetingRights
{
    /// <summary>Commands of the tasks in which the agenda is built and changed, before the meeting and at it.</summary>
    public static IReadOnlyList<string> EditingCommands { get; } = ["SendNotice", "CloseMeeting"];

    /// <summary>Commands of the tasks in which the meeting is held and finished.</summary>
    public static IReadOnlyList<string> HoldingCommands { get; } = ["CloseMeeting", "FinishInWriting"];

    /// <summary>Whether the actor plans, moves and cancels the meetings of a body; nobody does for a body that does not meet.</summary>
    public static bool MayPlan(Actor actor, Body? body)
    {
        ArgumentNullException.ThrowIfNull(actor);
        return body?.Meetings?.Planners.Any(role => actor.Holds(role)) == true;
    }
}
