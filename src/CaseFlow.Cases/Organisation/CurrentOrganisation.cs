using CaseFlow.Cases.Storage;

namespace CaseFlow.Cases.Organisation;

/// <summary>The one way to ask for a rule, a clause, a seat, a role or a deadline while something is done to a case or a meeting.</summary>
public static class CurrentOrganisation
{
    /// <summary>
    /// Organisation and mandate as they are deployed now, also for an instance that is pinned to an older bundle: a changed mandate
    /// holds for running cases from the next step on. The pinned bundle is for models, forms and decision tables.
    /// </summary>
    /// <exception cref="InvalidOperationException">Nothing is deployed yet, or what is deployed has no organisation.</exception>
    public static async Task<DeployedOrganisation> Organisation(this ProcessUnit unit, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(unit);
        return OrganisationSource.Of(await unit.CurrentBundle(ct));
    }
}
