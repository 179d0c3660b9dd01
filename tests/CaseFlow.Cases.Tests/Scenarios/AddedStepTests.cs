using CaseFlow.Cases.Access;
using CaseFlow.Cases.Processes;
using CaseFlow.Cases.Processes.Scenarios;
using CaseFlow.Cases.Storage;
using CaseFlow.Cases.Tests.Workflows;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CaseFlow.Cases.Tests.Scenarios;

/// <summary>A step is added to a process by editing files in <c>workflows/</c> alone: a user task with form, candidates and a reminder.</summary>
internal sealed class AddedStepTests
{
    private const string Model = "lansarende/process.bpmn";
    private const string FlowBefore = """<bpmn:sequenceFlow id="F_Mottag_Sortering" sourceRef="Mottag" targetRef="Sortering" />""";

    private const string Step = """
        <bpmn:userTask id="LasIgenom" name="Läs igenom ärendet">
          <bpmn:extensionElements>
            <caseflow:status key="lases" sv="Läses igenom" en="Being read" />
            <caseflow:form key="las-igenom" />
            <caseflow:candidates role="administration" />
          </bpmn:extensionElements>
          <bpmn:incoming>F_Mottag_LasIgenom</bpmn:incoming>
          <bpmn:outgoing>F_Mottag_Sortering</bpmn:outgoing>
        </bpmn:userTask>
        <bpmn:boundaryEvent id="LasPaminnelse" name="Efter tre dagar" cancelActivity="false" attachedToRef="LasIgenom">
          <bpmn:outgoing>F_LasPaminnelse_PaminnOmLasning</bpmn:outgoing>
          <bpmn:timerEventDefinition id="LasPaminnelse_def">
            <bpmn:timeDuration>P3D</bpmn:timeDuration>
          </bpmn:timerEventDefinition>
        </bpmn:boundaryEvent>
        <bpmn:serviceTask id="PaminnOmLasning" name="Påminn om läsningen">
          <bpmn:extensionElements>
            <caseflow:topic name="paminnelse.skicka" mode="inline" />
            <caseflow:input name="uppgift" value='="LasIgenom"' />
          </bpmn:extensionElements>
          <bpmn:incoming>F_LasPaminnelse_PaminnOmLasning</bpmn:incoming>
          <bpmn:outgoing>F_PaminnOmLasning_SlutLasPaminnelse</bpmn:outgoing>
        </bpmn:serviceTask>
        <bpmn:endEvent id="SlutLasPaminnelse">
          <bpmn:incoming>F_PaminnOmLasning_SlutLasPaminnelse</bpmn:incoming>
        </bpmn:endEvent>
        <bpmn:sequenceFlow id="F_Mottag_LasIgenom" sourceRef="Mottag" targetRef="LasIgenom" />
        <bpmn:sequenceFlow id="F_LasPaminnelse_PaminnOmLasning" sourceRef="LasPaminnelse" targetRef="PaminnOmLasning" />
        <bpmn:sequenceFlow id="F_PaminnOmLasning_SlutLasPaminnelse" sourceRef="PaminnOmLasning" targetRef="SlutLasPaminnelse" />
        <bpmn:sequenceFlow id="F_Mottag_Sortering" sourceRef="LasIgenom" targetRef="Sortering" />
        """;

    private const string Form = """
        { "schemaVersion": 18, "type": "default", "id": "las-igenom", "components": [
          { "type": "radio", "id": "f_klart", "key": "klartSprak", "label": "Är frågan begriplig?", "validate": { "required": true },
            "values": [ { "value": "ja", "label": "Ja", "labelEn": "Yes" }, { "value": "nej", "label": "Nej", "labelEn": "No" } ],
            "properties": { "labelEn": "Can the question be understood?" } } ] }
        """;

    private const string Start = """
        name: En läsning före sorteringen
        start: 2026-01-12T09:00
        steps:
          - do: SubmitCase
            as: processledare@fyrbodal
            case: a
            with:
              rubrik: "Riktlinje för trygg hemgång"
              fraga: "Hemgång efter sjukhusvistelse fungerar olika i länet."
              lansfragaDatum: 2026-01-12
              lansfragaMotiv: "Frågan återkommer i alla kommuner i området."
              omfattning: hela-lanet
              varforInteDelregionalt: "Rutinen behöver vara densamma i hela länet."
              onskatResultat: dialog
              nytta: "Samma stöd var man än bor i länet."
              kontakt: "Processledare i området"
            expect: { status: lases, tasks: [LasIgenom], owner: [administration] }
          - do: advanceTo
            on: 2026-01-16T09:00
            expect: { tasks: [LasIgenom], taken: [LasPaminnelse, PaminnOmLasning] }
          - do: LasIgenom
            as: processledare@fyrbodal
            with: { klartSprak: ja }
            expect: { refused: task.not-candidate }
          - do: LasIgenom
            as: administration@vgr
            with: { klartSprak: kanske }
            expect: { refused: form.choice }
          - do: LasIgenom
            as: administration@vgr
            with: { klartSprak: ja }
            expect: { status: under-sortering, tasks: [BedomSortering, BedomSortering], variables: { klartSprak: ja } }
        expect: { status: under-sortering }
        """;

    private string _folder = "";

    [SetUp]
    public void Copy()
    {
        _folder = Directory.CreateTempSubdirectory("caseflow-workflows-").FullName;
        foreach (var file in WorkflowFolder.Files)
        {
            var path = Path.Combine(_folder, file.Path);
            Directory.CreateDirectory(Path.GetDirectoryName(path) ?? _folder);
            File.WriteAllText(path, file.Text);
        }
    }

    [TearDown]
    public void Remove() => Directory.Delete(_folder, recursive: true);

    [Test]
    public async Task A_step_added_in_files_alone_is_deployed_reminded_of_and_done()
    {
        await DrawStep();
        await File.WriteAllTextAsync(Path.Combine(_folder, "lansarende/forms/las-igenom.form"), Form);

        await using var services = ScenarioRunner.Services(await DatabasesOfRun.For(DatabaseProvider.Sqlite).Create(), new ScenarioClock());
        var deployed = await services.GetRequiredService<DeployBundle>().FromFolder(_folder, Actor.System, CancellationToken.None);
        Assert.That(deployed.Result, Is.EqualTo(DeployResult.Deployed), () => string.Join('\n', deployed.Findings.Select(f => $"{f.File}:{f.Line} {f.ElementId} {f.En}")));

        var result = await services.GetRequiredService<ScenarioRunner>().Run(Scenario.Read("las-igenom.yaml", Start), CancellationToken.None);

        Assert.That(result.Failures, Is.Empty, () => string.Join('\n', result.Failures));
        await using var db = services.GetRequiredService<IDbContextFactory<CaseFlowDb>>().CreateDbContext();
        var sent = (await db.Outbox.AsNoTracking().Select(o => o.Body).ToListAsync()).ConvertAll(System.Text.Encoding.UTF8.GetString);
        Assert.That(sent.FindAll(m => m.Contains("paminnelse", StringComparison.Ordinal)), Has.One.Contains("LasIgenom"), "those who hold the task are reminded once");
    }

    [Test]
    public async Task A_step_whose_form_is_missing_is_refused_with_its_element_and_line()
    {
        await DrawStep();

        await using var services = ScenarioRunner.Services(await DatabasesOfRun.For(DatabaseProvider.Sqlite).Create(), new ScenarioClock());
        var deployed = await services.GetRequiredService<DeployBundle>().FromFolder(_folder, Actor.System, CancellationToken.None);

        Assert.That(deployed.Result, Is.EqualTo(DeployResult.Refused));
        Assert.That(deployed.Findings.Where(f => f.ElementId == "LasIgenom").Select(f => (f.Code, f.Line > 0)), Does.Contain(("FormMissing", true)));
    }

    private async Task DrawStep()
    {
        const string Outgoing = "<bpmn:outgoing>F_Mottag_Sortering</bpmn:outgoing>";
        var model = Path.Combine(_folder, Model);
        var before = await File.ReadAllTextAsync(model);
        Assert.That(before, Does.Contain(FlowBefore).And.Contain(Outgoing));
        await File.WriteAllTextAsync(model, before
            .Replace(Outgoing, "<bpmn:outgoing>F_Mottag_LasIgenom</bpmn:outgoing>", StringComparison.Ordinal)
            .Replace(FlowBefore, Step, StringComparison.Ordinal));
    }
}
