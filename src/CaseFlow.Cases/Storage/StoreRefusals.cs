using System.Resources;
using CaseFlow.Cases.Language;
using CaseFlow.Engine.Execution;

namespace CaseFlow.Cases.Storage;

/// <summary>What the store itself refuses.</summary>
public static class StoreRefusals
{
    private static readonly ResourceManager Texts = new("CaseFlow.Cases.Storage.StoreTexts", typeof(StoreRefusals).Assembly);

    /// <summary>The engine's rejection of a command as a refusal: the instance's present state does not allow it.</summary>
    public static Refusal From(Rejection rejection)
    {
        ArgumentNullException.ThrowIfNull(rejection);
        return new(RefusalKind.Conflict, rejection.Code, new(rejection.Sv, rejection.En));
    }

    internal static Refusal Busy() => new(RefusalKind.Conflict, "store.busy", BilingualText.From(Texts, "Busy"));

    internal static Refusal NothingDeployed() => new(RefusalKind.Conflict, "process.nothing-deployed", BilingualText.From(Texts, "NothingDeployed"));
}
