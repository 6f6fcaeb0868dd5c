using System.Globalization;

namespace EngageBot.Responders;

/// <summary>How much each feature speaks for a candidate: <c>responders.model.txt</c>, which also says how it was made.</summary>
internal static class ResponderModel
{
    private const string Resource = "Models/responders.model.txt";

    /// <summary>In the order of <see cref="ResponderFeatures.Names"/>.</summary>
    public static IReadOnlyList<double> Weights { get; } = Read();

    private static double[] Read()
    {
        using var reader = new StreamReader(typeof(ResponderModel).Assembly.GetManifestResourceStream(Resource)!);
        var weights = reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Where(line => line[0] != '#')
            .Select(line => line.Split(' '))
            .ToDictionary(parts => parts[0], parts => double.Parse(parts[1], CultureInfo.InvariantCulture), StringComparer.Ordinal);
        return [.. ResponderFeatures.Names.Select(name => weights[name])];
    }
}
