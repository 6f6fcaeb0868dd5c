using k8s;
using k8s.Models;
using NJsonSchema;
using YamlDotNet.Serialization;

namespace EngageBot.EndToEndTests;

/// <summary>The files in <c>deploy/</c> for container engines say nothing that these do not know: by the models of Kubernetes' own client and by the schema of the Compose Specification.</summary>
public sealed class ManifestTests
{
    private static string Deploy => Path.Combine(PublishedProgram.Root, "deploy");

    [Fact]
    public void Kubernetes_knows_every_word_of_its_manifest()
    {
        var text = File.ReadAllText(Path.Combine(Deploy, "kubernetes", "engagebot.yaml"));
        var parts = KubernetesYaml.LoadAllFromString(text, strict: true);

        var service = Assert.Single(parts.OfType<V1Service>());
        var set = Assert.Single(parts.OfType<V1StatefulSet>());
        Assert.Equal(2, parts.Count);
        Assert.Equal(("v1", "Service", "apps/v1", "StatefulSet"), (service.ApiVersion, service.Kind, set.ApiVersion, set.Kind));
        Assert.Equal(service.Metadata.Name, set.Spec.ServiceName);
        Assert.All(service.Spec.Selector, label => Assert.Equal(label.Value, set.Spec.Template.Metadata.Labels[label.Key]));
        Assert.Equal(set.Spec.Selector.MatchLabels, set.Spec.Template.Metadata.Labels);
        var bot = Assert.Single(set.Spec.Template.Spec.Containers);
        var volumes = set.Spec.Template.Spec.Volumes.Select(volume => volume.Name).Concat(set.Spec.VolumeClaimTemplates.Select(claim => claim.Metadata.Name));
        Assert.Equal(bot.VolumeMounts.Select(mount => mount.Name).Order(StringComparer.Ordinal), volumes.Order(StringComparer.Ordinal));

        Assert.ThrowsAny<Exception>(() => KubernetesYaml.LoadAllFromString(text.Replace("readOnlyRootFilesystem", "readOnlyRootFileSystem", StringComparison.Ordinal), strict: true));
    }

    [Theory]
    [InlineData("compose.yaml"), InlineData("compose.postgres.yaml")]
    public async Task Compose_knows_every_word_of_its_file(string file)
    {
        var schema = await SchemaAsync();
        var text = File.ReadAllText(Path.Combine(Deploy, file));
        Assert.Empty(schema.Validate(Json(text)).Select(fault => fault.ToString()));

        Assert.NotEmpty(schema.Validate(Json(text.Replace("secrets: [discord_token", "secret: [discord_token", StringComparison.Ordinal))));
        Assert.NotEmpty(schema.Validate(Json(text.Replace("    file: secrets/", "    path: secrets/", StringComparison.Ordinal))));
    }

    private static async Task<JsonSchema> SchemaAsync()
    {
        using var reader = new StreamReader(typeof(ManifestTests).Assembly.GetManifestResourceStream("compose-spec.json")!);
        return await JsonSchema.FromJsonAsync(await reader.ReadToEndAsync());
    }

    private static string Json(string yaml) =>
        new SerializerBuilder().JsonCompatible().Build().Serialize(new DeserializerBuilder().WithAttemptingUnquotedStringTypeDeserialization().Build().Deserialize(yaml)!);
}
