using System.Globalization;
using System.Xml.Linq;
using static CaseFlow.Cases.Tests.Workflows.WorkflowFolder;

namespace CaseFlow.Cases.Tests.Workflows;

/// <summary>A process owner reads the diagrams with pleasure: few nodes, everything drawn, no lines across each other.</summary>
[TestFixtureSource(typeof(WorkflowFolder), nameof(Models))]
internal sealed class DiagramTests(string path)
{
    private const int MostNodes = 16;

    private readonly XDocument _model = Model(path);

    [Test]
    public void A_diagram_holds_few_nodes()
    {
        var boundary = _model.Descendants(Bpmn + "boundaryEvent").Select(Id).ToHashSet(StringComparer.Ordinal);
        var nodes = FlowNodes().Select(Id).Where(id => !boundary.Contains(id)).ToHashSet(StringComparer.Ordinal);
        var crowded = Planes()
            .Select(plane => (Name: (string?)plane.Attribute("bpmnElement"), Count: Shapes(plane).Count(shape => nodes.Contains(Drawn(shape)))))
            .Where(plane => plane.Count > MostNodes);
        Assert.That(crowded, Is.Empty);
    }

    [Test]
    public void Everything_that_runs_is_drawn_once()
    {
        var drawn = Planes().SelectMany(plane => Shapes(plane).Concat(Edges(plane))).Select(Drawn).ToList();
        var expected = FlowNodes().Concat(_model.Descendants(Bpmn + "sequenceFlow")).Concat(DrawnLanes()).Select(Id);
        Assert.That(expected.Where(id => drawn.Count(d => d == id) != 1), Is.Empty);
    }

    [Test]
    public void Every_activity_gateway_and_lane_has_a_name()
    {
        var nameless = FlowNodes().Where(node => node.Name.LocalName is not ("startEvent" or "endEvent"))
            .Concat(_model.Descendants(Bpmn + "lane"))
            .Where(node => string.IsNullOrWhiteSpace((string?)node.Attribute("name")));
        Assert.That(nameless.Select(Id), Is.Empty);
    }

    [Test]
    public void No_two_lines_cross()
    {
        var flows = _model.Descendants(Bpmn + "sequenceFlow").ToDictionary(Id, f => ((string?)f.Attribute("sourceRef"), (string?)f.Attribute("targetRef")), StringComparer.Ordinal);
        var crossings = from plane in Planes()
                        let edges = Edges(plane).Where(e => flows.ContainsKey(Drawn(e))).ToList()
                        from first in edges
                        from second in edges
                        where string.CompareOrdinal(Drawn(first), Drawn(second)) < 0
                        let a = flows[Drawn(first)]
                        let b = flows[Drawn(second)]
                        where a.Item1 != b.Item1 && a.Item2 != b.Item2
                        where Segments(first).Any(s => Segments(second).Any(t => Meet(s, t)))
                        select $"{Drawn(first)} and {Drawn(second)}";
        Assert.That(crossings, Is.Empty);
    }

    [Test]
    public void No_two_nodes_overlap()
    {
        var attached = _model.Descendants(Bpmn + "boundaryEvent").Select(Id).ToHashSet(StringComparer.Ordinal);
        var nodes = FlowNodes().Select(Id).Where(id => !attached.Contains(id)).ToHashSet(StringComparer.Ordinal);
        var overlaps = from plane in Planes()
                       let shapes = Shapes(plane).Where(s => nodes.Contains(Drawn(s))).ToList()
                       from first in shapes
                       from second in shapes
                       where string.CompareOrdinal(Drawn(first), Drawn(second)) < 0 && Overlap(Box(first), Box(second))
                       select $"{Drawn(first)} and {Drawn(second)}";
        Assert.That(overlaps, Is.Empty);
    }

    // A lane inside a sub-process says who does it; a sub-process's own diagram has none to draw.
    private IEnumerable<XElement> DrawnLanes() => _model.Descendants(Bpmn + "process").Elements(Bpmn + "laneSet").Elements(Bpmn + "lane");

    private IEnumerable<XElement> Planes() => _model.Descendants(BpmnDi + "BPMNPlane");

    private IEnumerable<XElement> FlowNodes() =>
        _model.Descendants().Where(e => e.Name.Namespace == Bpmn && (e.Elements(Bpmn + "incoming").Any() || e.Elements(Bpmn + "outgoing").Any()
            || (string?)e.Attribute("triggeredByEvent") == "true"));

    private static IEnumerable<XElement> Shapes(XElement plane) => plane.Elements(BpmnDi + "BPMNShape");

    private static IEnumerable<XElement> Edges(XElement plane) => plane.Elements(BpmnDi + "BPMNEdge");

    private static string Drawn(XElement shape) => (string?)shape.Attribute("bpmnElement") ?? "";

    private static string Id(XElement element) => (string?)element.Attribute("id") ?? "";

    private static (double X, double Y, double Right, double Bottom) Box(XElement shape)
    {
        var bounds = shape.Element(Dc + "Bounds") ?? throw new InvalidOperationException($"{Drawn(shape)} has no bounds.");
        var (x, y) = (Number(bounds, "x"), Number(bounds, "y"));
        return (x, y, x + Number(bounds, "width"), y + Number(bounds, "height"));
    }

    private static bool Overlap((double X, double Y, double Right, double Bottom) a, (double X, double Y, double Right, double Bottom) b) =>
        a.X < b.Right && b.X < a.Right && a.Y < b.Bottom && b.Y < a.Bottom;

    private static IEnumerable<((double X, double Y) From, (double X, double Y) To)> Segments(XElement edge)
    {
        var points = edge.Elements(Di + "waypoint").Select(p => (Number(p, "x"), Number(p, "y"))).ToList();
        return points.Zip(points.Skip(1));
    }

    // Lines run straight across or straight down, so two of them meet when their boxes do.
    private static bool Meet(((double X, double Y) From, (double X, double Y) To) a, ((double X, double Y) From, (double X, double Y) To) b) =>
        Math.Min(a.From.X, a.To.X) <= Math.Max(b.From.X, b.To.X) && Math.Min(b.From.X, b.To.X) <= Math.Max(a.From.X, a.To.X)
        && Math.Min(a.From.Y, a.To.Y) <= Math.Max(b.From.Y, b.To.Y) && Math.Min(b.From.Y, b.To.Y) <= Math.Max(a.From.Y, a.To.Y);

    private static double Number(XElement element, string name) =>
        double.Parse((string?)element.Attribute(name) ?? "", CultureInfo.InvariantCulture);
}
