using System.Runtime.CompilerServices;
using CaseFlow.Cases.Organisation.Reading;
using CaseFlow.Engine.Model;

namespace CaseFlow.Cases.Organisation;

/// <summary>The organisation and the mandate that a bundle carries, each read once for a bundle.</summary>
public sealed class Governance
{
    /// <summary>The organisation file of a bundle is the one in this folder that is not the mandate.</summary>
    public const string Folder = "organisation/";

    /// <summary>The mandate file of a bundle.</summary>
    public const string MandateFile = Folder + "mandat.yaml";

    private static readonly ConditionalWeakTable<ModelBundle, Governance> Read = [];

    private Governance(OrganisationModel organisation, MandateModel mandate)
    {
        Organisation = organisation;
        Mandate = mandate;
        Rules = new MandateRules(mandate);
    }

    public OrganisationModel Organisation { get; }

    public MandateModel Mandate { get; }

    public MandateRules Rules { get; }

    /// <summary>The bundle's own.</summary>
    /// <exception cref="InvalidOperationException">The bundle has none that can be read; deployment refuses such a bundle.</exception>
    public static Governance Of(ModelBundle bundle)
    {
        ArgumentNullException.ThrowIfNull(bundle);
        return Read.GetValue(bundle, static b => Find(b) ?? throw new InvalidOperationException($"The bundle {b.Hash} has no organisation that can be read."));
    }

    private static Governance? Find(ModelBundle bundle)
    {
        var file = bundle.Files.Values.FirstOrDefault(IsOrganisation);
        if (file is null || !bundle.Files.TryGetValue(MandateFile, out var mandate))
            return null;
        return OrganisationReader.Read(file.Path, file.Text).Model is { } organisation
            && MandateReader.Read(mandate.Path, mandate.Text).Model is { } rules
                ? new Governance(organisation, rules)
                : null;
    }

    private static bool IsOrganisation(SourceFile file) =>
        file.Path.StartsWith(Folder, StringComparison.Ordinal)
        && file.Path.EndsWith(".yaml", StringComparison.Ordinal)
        && file.Path != MandateFile;
}
