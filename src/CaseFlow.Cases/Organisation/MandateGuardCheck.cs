using System.Resources;
using CaseFlow.Cases.Language;
using CaseFlow.Cases.Processes;
using CaseFlow.Engine.Model;
using CaseFlow.Engine.Reading;

namespace CaseFlow.Cases.Organisation;

/// <summary>
/// A bundle carries every guard that its mandate demands: an element that a clause lists under <c>guards</c> is there and names the
/// clause in <c>caseflow:requires</c>. Every clause that a model names exists, and every role that may do a task is in the catalogue.
/// </summary>
/// <remarks>A bundle without organisation files that names neither clause nor role of its own needs none: that is a model alone, tried by itself.</remarks>
internal sealed class MandateGuardCheck : IBundleCheck
{
    private static readonly ResourceManager Texts = new("CaseFlow.Cases.Organisation.OrganisationTexts", typeof(MandateGuardCheck).Assembly);

    public IEnumerable<Finding> Check(ModelBundle bundle)
    {
        ArgumentNullException.ThrowIfNull(bundle);
        var files = OrganisationSource.Files(bundle);
        var elements = bundle.Processes.SelectMany(p => p.Elements).ToList();
        if (files.Deployed is { } deployed)
        {
            return
            [
                .. files.Findings,
                .. elements.SelectMany(e => UnknownClauses(e, deployed.Mandate)),
                .. elements.SelectMany(e => UnknownRoles(e, deployed.Organisation)),
                .. MissingGuards(deployed.Mandate, files.MandatePath ?? "", elements),
                .. UnknownClauses(deployed, files.OrganisationPath ?? ""),
            ];
        }

        if (files.Findings.Count > 0)
            return files.Findings;
        return elements.Exists(e => e.Requires.Count > 0) || files.OrganisationFileCount > 0 || files.MandatePath is not null
            ? [Error("organisation", null, 0, "ORG-FILES", "OrganisationFiles")]
            : [];
    }

    private static IEnumerable<Finding> UnknownClauses(ElementModel element, MandateModel mandate) =>
        element.Requires.Where(id => mandate.FindClause(id) is null)
            .Select(id => Error(element.Process.File, element.Id, element.Line, "MANDATE-CLAUSE-UNKNOWN", "ClauseUnknown", element.Id, id));

    private static IEnumerable<Finding> UnknownClauses(DeployedOrganisation deployed, string path) =>
        deployed.Organisation.Appointments.Select(a => a.Clause)
            .Concat(deployed.Organisation.Seats.Select(s => s.Deviates))
            .OfType<string>()
            .Distinct(StringComparer.Ordinal)
            .Where(id => deployed.Mandate.FindClause(id) is null)
            .Select(id => Error(path, null, 0, "MANDATE-CLAUSE-UNKNOWN", "ClauseUnknown", path, id));

    private static IEnumerable<Finding> UnknownRoles(ElementModel element, OrganisationModel organisation) =>
        (element.UserTask?.Candidates ?? [])
            .Where(c => organisation.FindRole(c.Role) is null)
            .Select(c => Error(element.Process.File, element.Id, element.Line, "ORG-ROLE-UNKNOWN", "RoleUnknown", element.Id, c.Role));

    private static IEnumerable<Finding> MissingGuards(MandateModel mandate, string path, List<ElementModel> elements)
    {
        foreach (var clause in mandate.Clauses.Where(mandate.IsDemanded))
        {
            foreach (var guard in clause.Guards)
            {
                var element = elements.Find(e => e.Id == guard);
                if (element is null)
                    yield return Error(path, guard, 0, "MANDATE-GUARD-MISSING", "GuardMissing", clause.Id, guard);
                else if (!element.Requires.Contains(clause.Id))
                    yield return Error(element.Process.File, guard, element.Line, "MANDATE-GUARD-SILENT", "GuardSilent", guard, clause.Id);
            }
        }
    }

    private static Finding Error(string file, string? elementId, int line, string code, string textKey, params object?[] arguments)
    {
        var text = BilingualText.From(Texts, textKey, arguments);
        return new(FindingSeverity.Error, code, file, elementId, line, text.Sv, text.En);
    }
}
