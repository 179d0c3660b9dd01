using CaseFlow.Cases.Access;

namespace CaseFlow.Cases.FollowUp;

/// <summary>Who may give and amend commissions in a body's name: those who keep its records.</summary>
internal static class CommissionRules
{
    private static readonly string[] Roles = ["ordforande", "vice-ordforande", "administration", "sro-sekretariat", "beredningsansvarig"];

    public static bool MayGive(Actor actor, string body) => body.Length > 0 && Array.Exists(Roles, role => actor.Holds(role));
}
