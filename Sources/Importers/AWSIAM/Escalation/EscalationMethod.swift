/// A published way in which rights over identities or computing become other rights.
///
/// Sources of the facts: the lists of IAM privilege escalation methods published since 2018 by several security firms and
/// the reference of actions and condition keys of the vendor.
struct EscalationMethod: Sendable, Hashable {
    /// What the method acts on, and what it yields.
    enum Way: Sendable, Hashable {
        /// Rewrites the rights of the principal itself, of a group it is in or of a role it can become: anything.
        case ownRights
        /// Rewrites a managed policy that the principal, its group or a role it can become holds: anything.
        case ownPolicy
        /// Acts as another user.
        case user
        /// Gets the rights of a group.
        case group
        /// Lets itself into a role.
        case trust
        /// Hands a role to a service and has it act.
        case pass(String)
        /// Changes, or enters, something of a service that already runs with a role.
        case running(String)
    }

    /// All of them are needed; the first is the one that acts on the identity.
    var actions: [String]
    var way: Way

    init(_ way: Way, _ actions: String...) {
        self.way = way
        self.actions = actions
    }

    var text: String { actions.joined(separator: " + ") }

    static let all: [EscalationMethod] = rights + passing + running

    private static let rights = [
        EscalationMethod(.ownRights, "iam:PutUserPolicy"),
        EscalationMethod(.ownRights, "iam:AttachUserPolicy"),
        EscalationMethod(.ownRights, "iam:PutGroupPolicy"),
        EscalationMethod(.ownRights, "iam:AttachGroupPolicy"),
        EscalationMethod(.ownRights, "iam:PutRolePolicy"),
        EscalationMethod(.ownRights, "iam:AttachRolePolicy"),
        EscalationMethod(.ownPolicy, "iam:CreatePolicyVersion"),
        EscalationMethod(.ownPolicy, "iam:SetDefaultPolicyVersion"),
        EscalationMethod(.user, "iam:CreateAccessKey"),
        EscalationMethod(.user, "iam:CreateLoginProfile"),
        EscalationMethod(.user, "iam:UpdateLoginProfile"),
        EscalationMethod(.group, "iam:AddUserToGroup"),
        EscalationMethod(.trust, "iam:UpdateAssumeRolePolicy"),
    ]

    private static let passing = [
        EscalationMethod(.pass("ec2"), "iam:PassRole", "ec2:RunInstances"),
        EscalationMethod(.pass("ec2"), "iam:PassRole", "ec2:AssociateIamInstanceProfile"),
        EscalationMethod(.pass("ec2"), "iam:PassRole", "ec2:ReplaceIamInstanceProfileAssociation"),
        EscalationMethod(.pass("ec2"), "iam:PassRole", "ec2:RequestSpotInstances"),
        EscalationMethod(
            .pass("ec2"),
            "iam:PassRole",
            "autoscaling:CreateLaunchConfiguration",
            "autoscaling:CreateAutoScalingGroup"
        ),
        EscalationMethod(.pass("ec2"), "iam:PassRole", "elasticmapreduce:RunJobFlow"),
        EscalationMethod(.pass("lambda"), "iam:PassRole", "lambda:CreateFunction", "lambda:InvokeFunction"),
        EscalationMethod(.pass("lambda"), "iam:PassRole", "lambda:CreateFunction", "lambda:AddPermission"),
        EscalationMethod(.pass("lambda"), "iam:PassRole", "lambda:CreateFunction", "lambda:CreateEventSourceMapping"),
        EscalationMethod(.pass("lambda"), "iam:PassRole", "lambda:CreateFunction", "lambda:CreateFunctionUrlConfig"),
        EscalationMethod(
            .pass("lambda"),
            "iam:PassRole",
            "lambda:UpdateFunctionConfiguration",
            "lambda:UpdateFunctionCode"
        ),
        EscalationMethod(.pass("glue"), "iam:PassRole", "glue:CreateDevEndpoint"),
        EscalationMethod(.pass("glue"), "iam:PassRole", "glue:CreateJob", "glue:StartJobRun"),
        EscalationMethod(.pass("glue"), "iam:PassRole", "glue:CreateJob", "glue:CreateTrigger"),
        EscalationMethod(.pass("glue"), "iam:PassRole", "glue:UpdateJob", "glue:StartJobRun"),
        EscalationMethod(.pass("glue"), "iam:PassRole", "glue:CreateSession", "glue:RunStatement"),
        EscalationMethod(.pass("cloudformation"), "iam:PassRole", "cloudformation:CreateStack"),
        EscalationMethod(.pass("cloudformation"), "iam:PassRole", "cloudformation:UpdateStack"),
        EscalationMethod(
            .pass("cloudformation"),
            "iam:PassRole",
            "cloudformation:CreateChangeSet",
            "cloudformation:ExecuteChangeSet"
        ),
        EscalationMethod(
            .pass("cloudformation"),
            "iam:PassRole",
            "cloudformation:CreateStackSet",
            "cloudformation:CreateStackInstances"
        ),
        EscalationMethod(
            .pass("datapipeline"),
            "iam:PassRole",
            "datapipeline:CreatePipeline",
            "datapipeline:PutPipelineDefinition"
        ),
        EscalationMethod(
            .pass("sagemaker"),
            "iam:PassRole",
            "sagemaker:CreateNotebookInstance",
            "sagemaker:CreatePresignedNotebookInstanceUrl"
        ),
        EscalationMethod(.pass("sagemaker"), "iam:PassRole", "sagemaker:CreateTrainingJob"),
        EscalationMethod(.pass("sagemaker"), "iam:PassRole", "sagemaker:CreateProcessingJob"),
        EscalationMethod(.pass("codebuild"), "iam:PassRole", "codebuild:CreateProject", "codebuild:StartBuild"),
        EscalationMethod(.pass("codebuild"), "iam:PassRole", "codebuild:CreateProject", "codebuild:StartBuildBatch"),
        EscalationMethod(.pass("codebuild"), "iam:PassRole", "codebuild:UpdateProject", "codebuild:StartBuild"),
        EscalationMethod(.pass("codestar"), "iam:PassRole", "codestar:CreateProject"),
        EscalationMethod(.pass("ecs-tasks"), "iam:PassRole", "ecs:RegisterTaskDefinition", "ecs:RunTask"),
        EscalationMethod(.pass("ecs-tasks"), "iam:PassRole", "ecs:RegisterTaskDefinition", "ecs:StartTask"),
        EscalationMethod(.pass("ecs-tasks"), "iam:PassRole", "ecs:RegisterTaskDefinition", "ecs:CreateService"),
        EscalationMethod(.pass("ecs-tasks"), "iam:PassRole", "ecs:RunTask"),
        EscalationMethod(.pass("ecs-tasks"), "iam:PassRole", "batch:RegisterJobDefinition", "batch:SubmitJob"),
        EscalationMethod(.pass("states"), "iam:PassRole", "states:CreateStateMachine", "states:StartExecution"),
        EscalationMethod(.pass("states"), "iam:PassRole", "states:UpdateStateMachine", "states:StartExecution"),
        EscalationMethod(.pass("ssm"), "iam:PassRole", "ssm:StartAutomationExecution"),
        EscalationMethod(.pass("tasks.apprunner"), "iam:PassRole", "apprunner:CreateService"),
        EscalationMethod(.pass("scheduler"), "iam:PassRole", "scheduler:CreateSchedule"),
        EscalationMethod(
            .pass("bedrock-agentcore"),
            "iam:PassRole",
            "bedrock-agentcore:CreateCodeInterpreter",
            "bedrock-agentcore:InvokeCodeInterpreter"
        ),
    ]

    private static let running = [
        EscalationMethod(.running("lambda"), "lambda:UpdateFunctionCode"),
        EscalationMethod(.running("lambda"), "lambda:UpdateFunctionConfiguration"),
        EscalationMethod(.running("glue"), "glue:UpdateDevEndpoint"),
        EscalationMethod(.running("glue"), "glue:UpdateJob", "glue:StartJobRun"),
        EscalationMethod(.running("cloudformation"), "cloudformation:UpdateStack"),
        EscalationMethod(
            .running("cloudformation"),
            "cloudformation:CreateChangeSet",
            "cloudformation:ExecuteChangeSet"
        ),
        EscalationMethod(.running("ec2"), "ssm:SendCommand"),
        EscalationMethod(.running("ec2"), "ssm:StartSession"),
        EscalationMethod(.running("ec2"), "ec2-instance-connect:SendSSHPublicKey"),
        EscalationMethod(.running("ec2"), "ec2-instance-connect:SendSerialConsoleSSHPublicKey"),
        EscalationMethod(.running("ec2"), "ec2:ModifyInstanceAttribute", "ec2:StopInstances", "ec2:StartInstances"),
        EscalationMethod(.running("ec2"), "ec2:CreateLaunchTemplateVersion", "ec2:ModifyLaunchTemplate"),
        EscalationMethod(.running("sagemaker"), "sagemaker:CreatePresignedNotebookInstanceUrl"),
        EscalationMethod(.running("sagemaker"), "sagemaker:CreatePresignedDomainUrl"),
        EscalationMethod(
            .running("sagemaker"),
            "sagemaker:UpdateNotebookInstanceLifecycleConfig",
            "sagemaker:StartNotebookInstance"
        ),
        EscalationMethod(.running("codebuild"), "codebuild:UpdateProject", "codebuild:StartBuild"),
        EscalationMethod(.running("codebuild"), "codebuild:StartBuild"),
        EscalationMethod(.running("codebuild"), "codebuild:StartBuildBatch"),
        EscalationMethod(.running("ecs-tasks"), "ecs:ExecuteCommand"),
        EscalationMethod(.running("states"), "states:UpdateStateMachine", "states:StartExecution"),
    ]
}
