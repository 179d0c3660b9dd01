using CaseFlow.Engine.Model;
using CaseFlow.Engine.Reading;
using CaseFlow.Engine.Tests.Execution;

namespace CaseFlow.Engine.Tests.Reading;

internal sealed class BpmnReaderTests
{
    [TestCase("<a")]
    [TestCase("")]
    [TestCase("<!DOCTYPE d [<!ENTITY e \"x\">]><d>&e;</d>")]
    public void What_is_no_acceptable_XML_is_a_finding(string xml)
    {
        var result = BpmnReader.Read("p.bpmn", xml);
        Assert.That(result.Definitions, Is.Null);
        Assert.That(result.Findings.Single().Code, Is.EqualTo("BPMN-XML"));
    }

    [Test]
    public void Deep_nesting_is_refused() =>
        Assert.That(BpmnReader.Read("p.bpmn", string.Concat(Enumerable.Repeat("<a>", 5000)) + string.Concat(Enumerable.Repeat("</a>", 5000))).Findings.Single().Code, Is.EqualTo("BPMN-XML-DEPTH"));

    [Test]
    public void Another_root_is_no_BPMN() =>
        Assert.That(BpmnReader.Read("p.bpmn", "<definitions/>").Findings.Single().Code, Is.EqualTo("BPMN-ROOT"));

    [TestCase("<subChoreography id=\"x\"/>", "BPMN-UNSUPPORTED")]
    [TestCase("<påhittad id=\"x\"/>", "BPMN-UNKNOWN-ELEMENT")]
    [TestCase("<userTask/>", "BPMN-ID-MISSING")]
    [TestCase("<userTask id=\"a\"/>", "BPMN-ID-DUPLICATE")]
    [TestCase("a -> borta", "BPMN-FLOW-DANGLING")]
    [TestCase("<userTask id=\"x\" default=\"borta\"/>", "BPMN-DEFAULT-UNKNOWN")]
    [TestCase("<exclusiveGateway id=\"x\"/>", "BPMN-NO-OUTGOING")]
    [TestCase("<exclusiveGateway id=\"x\"/><userTask id=\"b\"/><userTask id=\"c\"/>\nx -> b [1 = 1]\nx -> c", "BPMN-CONDITION-MISSING")]
    [TestCase("<exclusiveGateway id=\"x\"/><userTask id=\"b\"/>\nx -> b [1 = = 2]", "BPMN-FEEL")]
    [TestCase("<boundaryEvent id=\"x\" attachedToRef=\"s\"><timerEventDefinition><timeDuration>P1D</timeDuration></timerEventDefinition></boundaryEvent>", "BPMN-BOUNDARY-HOST")]
    [TestCase("<boundaryEvent id=\"x\" attachedToRef=\"a\"/>", "BPMN-EVENT-DEFINITION")]
    [TestCase("<boundaryEvent id=\"x\" attachedToRef=\"a\" cancelActivity=\"false\"><errorEventDefinition/></boundaryEvent>", "BPMN-EVENT-DEFINITION")]
    [TestCase("<endEvent id=\"x\"><timerEventDefinition><timeDuration>P1D</timeDuration></timerEventDefinition></endEvent>", "BPMN-EVENT-DEFINITION")]
    [TestCase("<endEvent id=\"x\"><errorEventDefinition/></endEvent>", "BPMN-REF-MISSING")]
    [TestCase("<intermediateCatchEvent id=\"x\"><messageEventDefinition messageRef=\"borta\"/></intermediateCatchEvent>", "BPMN-REF-UNKNOWN")]
    [TestCase("<intermediateCatchEvent id=\"x\"><timerEventDefinition><timeDuration/></timerEventDefinition></intermediateCatchEvent>", "BPMN-TIMER")]
    [TestCase("<receiveTask id=\"x\"/>", "BPMN-REF-MISSING")]
    [TestCase("<businessRuleTask id=\"x\"/>", "BPMN-DECISION")]
    [TestCase("<businessRuleTask id=\"x\"><extensionElements><caseflow:decision ref=\"borta\"/></extensionElements></businessRuleTask>", "BPMN-DECISION-UNKNOWN")]
    [TestCase("<callActivity id=\"x\"/>", "BPMN-CALLED-ELEMENT")]
    [TestCase("<callActivity id=\"x\" calledElement=\"borta\"/>", "BPMN-CALLED-UNKNOWN")]
    [TestCase("<scriptTask id=\"x\" scriptFormat=\"javascript\"><script>1</script></scriptTask>", "BPMN-LANGUAGE")]
    [TestCase("<scriptTask id=\"x\"/>", "BPMN-SCRIPT")]
    [TestCase("<userTask id=\"x\"><multiInstanceLoopCharacteristics/></userTask>", "BPMN-MULTI-INSTANCE")]
    [TestCase("<userTask id=\"x\"><extensionElements><caseflow:candidate role=\"x\"/></extensionElements></userTask>", "BPMN-EXTENSION")]
    [TestCase("<userTask id=\"x\"><extensionElements><caseflow:candidates side=\"vgr\"/></extensionElements></userTask>", "BPMN-EXTENSION-ATTRIBUTE")]
    [TestCase("<intermediateThrowEvent id=\"x\"><linkEventDefinition name=\"A\"/></intermediateThrowEvent>", "BPMN-LINK-UNKNOWN")]
    [TestCase("<subProcess id=\"x\"><userTask id=\"i\"/></subProcess>\na -> i", "BPMN-FLOW-SCOPE")]
    [TestCase("<subProcess id=\"x\" triggeredByEvent=\"true\"><userTask id=\"i\"/></subProcess>", "BPMN-NO-START")]
    [TestCase("<userTask id=\"ensam\"/>", "BPMN-NO-INCOMING")]
    [TestCase("<userTask id=\"b\"/><endEvent id=\"e\"/>\na -> e\na -> b", "BPMN-NO-OUTGOING")]
    [TestCase("<userTask id=\"b\"><incoming>påhittat</incoming></userTask>\na -> b", "BPMN-FLOW-LIST")]
    [TestCase("<endEvent id=\"e\"/>\na -> e -> a", "BPMN-FORBIDDEN")]
    [TestCase("a -> s", "BPMN-FORBIDDEN")]
    [TestCase("<parallelGateway id=\"g\" gatewayDirection=\"Converging\"/><userTask id=\"b\"/><userTask id=\"c\"/>\na -> g -> b\ng -> c", "BPMN-FORBIDDEN")]
    [TestCase("<eventBasedGateway id=\"g\"/><userTask id=\"b\"/>\na -> g -> b", "BPMN-FORBIDDEN")]
    [TestCase("<userTask id=\"b\" startQuantity=\"0\"/>\na -> b", "BPMN-FORBIDDEN")]
    [TestCase("<adHocSubProcess id=\"b\"/>\na -> b", "BPMN-NO-START")]
    [TestCase("<dataObject id=\"d\" itemSubjectRef=\"borta\"/>", "BPMN-REF-UNKNOWN")]
    [TestCase("<userTask id=\"b\"><ioSpecification><dataInput id=\"in\"/><inputSet/><outputSet/></ioSpecification></userTask>\na -> b", "BPMN-REF-MISSING")]
    [TestCase("<subProcess id=\"b\"><startEvent id=\"i\"><messageEventDefinition/></startEvent></subProcess>\na -> b", "BPMN-EVENT-DEFINITION")]
    [TestCase("<userTask id=\"b\"><performer><resourceRef>r</resourceRef><resourceAssignmentExpression><formalExpression>x</formalExpression></resourceAssignmentExpression></performer></userTask>\na -> b", "BPMN-FORBIDDEN")]
    [TestCase("<userTask id=\"b\"><dataInputAssociation><sourceRef>s</sourceRef><targetRef>in</targetRef></dataInputAssociation></userTask>\na -> b", "BPMN-REF-UNKNOWN")]
    [TestCase("<dataObject id=\"d\" name=\"Underlag\"/><dataObjectReference id=\"r\" dataObjectRef=\"d\" name=\"Utkast\"><dataState name=\"klart\"/></dataObjectReference>", "BPMN-FORBIDDEN")]
    [TestCase("<intermediateCatchEvent id=\"b\"><conditionalEventDefinition><condition>när det är dags</condition></conditionalEventDefinition></intermediateCatchEvent>\na -> b", "BPMN-CONDITION-INFORMAL")]
    [TestCase("<userTask id=\"b\"><multiInstanceLoopCharacteristics><loopCardinality>3</loopCardinality><complexBehaviorDefinition/></multiInstanceLoopCharacteristics></userTask>\na -> b", "BPMN-FORBIDDEN")]
    [TestCase("<serviceTask id=\"b\" operationRef=\"s\"/>\na -> b", "BPMN-REF-UNKNOWN")]
    public void What_cannot_run_is_refused_with_its_element_and_line(string fault, string code)
    {
        var findings = TestModel.FindingsOf("<startEvent id=\"s\"/><userTask id=\"a\"/>\ns -> a\n" + fault);
        var error = findings.FirstOrDefault(f => f.Code == code);
        Assert.That(error, Is.Not.Null, TestModel.Describe(findings));
        Assert.That(error?.Severity, Is.EqualTo(FindingSeverity.Error));
        Assert.That(error?.Line, Is.GreaterThanOrEqualTo(7));
        Assert.That(error?.Sv, Is.Not.EqualTo(error?.En).And.Not.Empty);
    }

    [Test]
    public void What_can_never_be_reached_is_a_warning()
    {
        var findings = TestModel.FindingsOf("<startEvent id=\"s\"/><task id=\"x\"/><task id=\"y\"/><userTask id=\"a\"/>\ns -> a\nx -> y -> x");
        Assert.That(findings.Select(f => (f.Severity, f.Code, f.ElementId)), Is.EquivalentTo(new[] { (FindingSeverity.Warning, "BPMN-UNREACHABLE", "x"), (FindingSeverity.Warning, "BPMN-UNREACHABLE", "y") }));
    }

    [Test]
    public void What_is_wrong_in_a_process_that_is_not_to_run_is_a_warning()
    {
        var xml = TestModel.Xml("<subChoreography id=\"x\"/><receiveTask id=\"y\"/>").Replace("isExecutable=\"true\"", "isExecutable=\"false\"", StringComparison.Ordinal);
        var result = ModelBundle.Compile([new SourceFile("p.bpmn", xml)]);
        Assert.That(result.Bundle?.Processes, Is.Empty);
        Assert.That(result.Findings.Select(f => f.Code), Is.SupersetOf(new[] { "BPMN-UNSUPPORTED", "BPMN-REF-MISSING", "BPMN-NO-PROCESS" }));
    }

    [Test]
    public void What_has_no_meaning_for_the_engine_is_let_be()
    {
        var models = TestModel.Of(
            """
            <laneSet id="ls"><lane id="l1" name="Beredning"><flowNodeRef>a</flowNodeRef><childLaneSet id="cls"><lane id="l2" name="VGR"><flowNodeRef>a</flowNodeRef></lane></childLaneSet></lane></laneSet>
            <dataObject id="do"/><dataObjectReference id="dor" dataObjectRef="do"/><textAnnotation id="ta"><text>Obs</text></textAnnotation><association id="as" sourceRef="a" targetRef="ta"/><group id="gr"/>
            <startEvent id="s"/><userTask id="a" name="Sortera"><documentation>Så här</documentation><extensionElements><andra:tool xmlns:andra="urn:andra" x="1"/><caseflow:status key="under-sortering" sv="Under sortering" en="Being sorted"/><caseflow:requires clause="vvg-2016.arbetsformer"/></extensionElements></userTask>
            s -> a
            """,
            "<collaboration id=\"co\"><participant id=\"pa\" processRef=\"p\"/></collaboration>");
        var process = models.FindProcess("p");
        var task = process?.FindElement("a");
        Assert.That((task?.Name, task?.LaneName, task?.Documentation, task?.Status?.Key), Is.EqualTo(("Sortera", "VGR", "Så här", "under-sortering")));
        Assert.That(task?.Requires, Is.EqualTo(new[] { "vvg-2016.arbetsformer" }));
        Assert.That(process?.Lanes, Is.EqualTo(new[] { "VGR" }));
    }

    [Test]
    public void English_names_of_process_lane_and_element_are_read_beside_their_own()
    {
        var models = TestModel.Of(
            """
            <extensionElements><caseflow:name en="Case"/><caseflow:documentation en="The life of a case"/></extensionElements>
            <laneSet id="ls"><lane id="l1" name="Beredning"><extensionElements><caseflow:name en="Preparation"/></extensionElements><flowNodeRef>a</flowNodeRef></lane></laneSet>
            <startEvent id="s"/><userTask id="a" name="Sortera"><extensionElements><caseflow:name en="Sort"/><caseflow:documentation en="Like this"/></extensionElements></userTask>
            s -> a
            """);
        var process = models.FindProcess("p");
        var task = process?.FindElement("a");
        Assert.That((process?.NameEn, process?.DocumentationEn), Is.EqualTo(("Case", "The life of a case")));
        Assert.That((task?.NameEn, task?.DocumentationEn, task?.LaneName, task?.LaneNameEn), Is.EqualTo(("Sort", "Like this", "Beredning", "Preparation")));
    }

    [Test]
    public void The_hash_is_of_every_file_whatever_the_order()
    {
        var bpmn = new SourceFile("p.bpmn", TestModel.Xml("<userTask id=\"a\"/>"));
        var form = new SourceFile("forms/a.form", "{}");
        var one = ModelBundle.Compile([bpmn, form]).Bundle;
        Assert.That(ModelBundle.Compile([form, bpmn]).Bundle?.Hash, Is.EqualTo(one?.Hash));
        Assert.That(ModelBundle.Compile([bpmn, form with { Text = "{ }" }]).Bundle?.Hash, Is.Not.EqualTo(one?.Hash));
        Assert.That(one?.Hash, Has.Length.EqualTo(64));
    }

    [Test]
    public void Two_processes_with_one_id_are_refused()
    {
        var xml = TestModel.Xml("<userTask id=\"a\"/>");
        var result = ModelBundle.Compile([new SourceFile("a/p.bpmn", xml), new SourceFile("b/p.bpmn", xml)]);
        Assert.That(result.Findings.Single(f => f.Severity == FindingSeverity.Error).Code, Is.EqualTo("BPMN-PROCESS-DUPLICATE"));
    }

    [Test]
    public void Every_code_has_a_text_in_both_languages()
    {
        var codes = typeof(FindingCodes).GetFields(System.Reflection.BindingFlags.NonPublic | System.Reflection.BindingFlags.Static).Select(f => (string?)f.GetRawConstantValue()).OfType<string>().ToList();
        Assert.That(codes, Has.Count.GreaterThan(25).And.Unique);
        foreach (var code in codes)
        {
            var finding = FindingLog.ForBundle(code, "a", "b", "c");
            Assert.That(finding.Sv, Is.Not.EqualTo(code), code);
            Assert.That(finding.En, Is.Not.EqualTo(code), code);
        }
    }
}
