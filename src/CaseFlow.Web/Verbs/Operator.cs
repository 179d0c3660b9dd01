using CaseFlow.Cases.Access;
using CaseFlow.Cases.Processes;

namespace CaseFlow.Web.Verbs;

/// <summary>Who acts on the command line: the operating system's user. Whoever can open the database there may do what the system administrator may.</summary>
internal static class Operator
{
    public static Actor Now => new(DeploymentRow.CommandLine + Environment.UserName, [new(RoleKeys.SystemAdministrator)]);
}
