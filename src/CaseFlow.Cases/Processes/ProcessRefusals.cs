using System.Resources;
using CaseFlow.Cases.Access;
using CaseFlow.Cases.Language;

namespace CaseFlow.Cases.Processes;

/// <summary>What is refused when definitions are deployed.</summary>
internal static class ProcessRefusals
{
    private static readonly ResourceManager Texts = new("CaseFlow.Cases.Processes.ProcessTexts", typeof(ProcessRefusals).Assembly);

    /// <summary>The mandate gives deploying to the process owner; the first time there is none, and the system administrator does it.</summary>
    public static Refusal? MayDeploy(Actor actor)
    {
        ArgumentNullException.ThrowIfNull(actor);
        return actor.Holds("processagare") || actor.Holds(RoleKeys.SystemAdministrator)
            ? null
            : Of(RefusalKind.Forbidden, "deployment.not-allowed", "DeploymentNotAllowed");
    }

    public static Refusal NotKept() => Of(RefusalKind.NotFound, "deployment.not-kept", "DeploymentNotKept");

    public static Refusal Overtaken() => Of(RefusalKind.Stale, "deployment.overtaken", "DeploymentOvertaken");

    public static Refusal Archive(string text, params object?[] arguments) => new(
        RefusalKind.Invalid, "deployment.archive", BilingualText.From(Texts, text, arguments), Field: "file");

    private static Refusal Of(RefusalKind kind, string code, string text) => new(kind, code, BilingualText.From(Texts, text));
}
