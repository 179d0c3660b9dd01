using System.Runtime.CompilerServices;
using CaseFlow.Cases.Organisation.Reading;
using CaseFlow.Cases.Processes;
using CaseFlow.Cases.Storage;
using CaseFlow.Engine.Model;
using CaseFlow.Engine.Reading;

namespace CaseFlow.Cases.Organisation;

/// <summary>Organisation and mandate as they are deployed together.</summary>
public sealed record DeployedOrganisation(OrganisationModel Organisation, MandateModel Mandate)
{
    /// <summary>The adopted rules.</summary>
    public MandateRules Rules { get; } = new(Mandate);

    /// <summary>
    /// Those that the deployed bundle carries. Never asked with the bundle that an instance is pinned to: rules, seats, roles and
    /// deadlines resolve by date, so inside a unit of work they come from <see cref="CurrentOrganisation.Organisation"/>.
    /// </summary>
    /// <exception cref="InvalidOperationException">The bundle has none; deployment refuses such a bundle.</exception>
    public static DeployedOrganisation Of(ModelBundle bundle)
    {
        ArgumentNullException.ThrowIfNull(bundle);
        return OrganisationSource.Files(bundle).Deployed ?? throw new InvalidOperationException($"The bundle {bundle.Hash} has no organisation.");
    }
}

/// <summary>
/// The organisation that is deployed now. Seats, roles and rules resolve by date and not by bundle, so it is always the newest
/// one that is asked, also for an instance that is pinned to an older bundle.
/// </summary>
public sealed class OrganisationSource(BundleCatalog bundles)
{
    private static readonly ConditionalWeakTable<ModelBundle, OrganisationFiles> Read = [];

    /// <exception cref="InvalidOperationException">Nothing is deployed yet, or what is deployed has no organisation.</exception>
    public async Task<DeployedOrganisation> Current(CancellationToken ct) => Of(await bundles.Current(ct));

    /// <summary>The same inside a unit of work.</summary>
    /// <inheritdoc cref="Current(CancellationToken)" path="/exception"/>
    public Task<DeployedOrganisation> Current(ProcessUnit unit, CancellationToken ct) => unit.Organisation(ct);

    /// <summary>Null where nothing is deployed yet or the bundle has no organisation.</summary>
    public async Task<DeployedOrganisation?> Find(CancellationToken ct) =>
        await bundles.Current(ct) is { } bundle ? Files(bundle).Deployed : null;

    internal static OrganisationFiles Files(ModelBundle bundle) => Read.GetValue(bundle, OrganisationFiles.Read);

    internal static DeployedOrganisation Of(ModelBundle? bundle) =>
        (bundle is null ? null : Files(bundle).Deployed) ?? throw new InvalidOperationException("No organisation is deployed.");
}

/// <summary>The two organisation files of a bundle and what was wrong with them.</summary>
internal sealed record OrganisationFiles(string? OrganisationPath, string? MandatePath, DeployedOrganisation? Deployed, IReadOnlyList<Finding> Findings, int OrganisationFileCount)
{
    private const string Folder = "organisation/";
    private const string Mandate = "mandat.yaml";

    public static OrganisationFiles Read(ModelBundle bundle)
    {
        var files = bundle.Files.Values.Where(f => f.Path.StartsWith(Folder, StringComparison.Ordinal)).ToList();
        var mandate = files.Find(f => f.Path == Folder + Mandate);
        var organisations = files.Where(f => f != mandate && f.Path.EndsWith(".yaml", StringComparison.Ordinal)).ToList();
        var organisation = organisations.Count == 1 ? organisations[0] : null;
        var readOrganisation = organisation is null ? null : OrganisationReader.Read(organisation.Path, organisation.Text);
        var readMandate = mandate is null ? null : MandateReader.Read(mandate.Path, mandate.Text);
        return new(
            organisation?.Path,
            mandate?.Path,
            readOrganisation?.Model is { } model && readMandate?.Model is { } rules ? new(model, rules) : null,
            [.. readOrganisation?.Findings ?? [], .. readMandate?.Findings ?? []],
            organisations.Count);
    }
}
