// Written by scripts/aws-actions; do not edit.
enum AWSActionData {
    static let count = 20455
    /// The words that names are made of, most frequent first.
    static let words: StaticString = #"""
        List Get Delete Create Update Describe Resource Configuration For Policy Put Job Group Start Data Tags Access
        Set Instance Tag Batch Rule Account User Untag Template Service Version Application Profile Model Associate
        Gateway Disassociate App Cluster Task Domain Table Endpoint Network Event Channel Stop Status Config D
        Connection Modify S Device From Import Groups Source Key A Settings Association L Session I Query Search Export
        Identity Environment Snapshot Cancel Jobs Security Image Replication Versions Agent Execution Custom C Flow Vpc
        Contact Run M Metadata B Stream Object Log To Certificate Definition Connector Subscription Report Workflow
        Action Type Request Associations By Bucket Organization Deployment Instances Add Test Integration Managed Send
        Pipeline Register Role Fleet Permission Attributes Route Project Enable Resources With Disable Web Token
        Configurations Notification Server Package Provider Pool Remove Transit Email Message Permissions Plan Backup
        Connect Workspace Code Repository Virtual Capacity Function Events Id P Target Assessment Rules 2 Asset Restore
        Admin Control Alias Client Logging Policies V Analysis Dataset Point Store Bot Cache Storage Sync File Attribute
        Firewall Metric Upload Destination Queue State Link Public Schedule Voice Deregister Schema Usage Thing Address
        Case Component Details Ipam Stack Node Notebook Recommendation Default Profiles Routing Accept Options Product
        Types Api Document Inference Insights Media Member Region Resolver Share Launch Encryption Ip Item Lifecycle
        Match Registration Check Delivery Directory Metrics Recommendations Block In Scaling Sets Detection Index Input
        License Location Q Tasks Findings H Invoke Load Parameter Auto Automation Cloud Content Distribution O Volume
        Change Copy Evaluation History T Traffic Actions Attachment Endpoints Generate Statistics Entity Executions F
        Migration R Templates Users Configured Database Topic Namespace Reject Streaming Trust Url View Agreement Filter
        Maintenance Phone Campaign Container Interface Kx Read Results Applications Billing Detector Global Mapping
        Members Membership Reservation Vpn Wireless Workload Number Origin Protection Scan Summary Dashboard Proxy Reset
        Scheduled Vault Drs E Grant Accounts Attach Auth Definitions Recovery Reserved Anomaly Balancer Connections
        Monitor Targets Archive Detach Preferences Router System Alarm Provisioned Signing Subnet Verified Approval
        Automated Detect Entities Experiment Health Lake Limit Operation Provisioning Purchase Review Runtime Sessions
        Telemetry Db Engagement Level Manager Mgn Outbound Refresh Sources Domains Generation Graph Multi Partner
        Segment Verification 3 Call Cidr Collection Command Core Knowledge Requests Software Time Audit Authorization
        Backend Collaboration External Invitation Lens Parameters Portal Pull Response Runs Step Acl Clusters
        Credentials Devices Result Sol Studio Transfer Zone Hub Info Keys Multicast Quality Catalog Center Chat Game
        Grants Mail Peering Properties Retention Snapshots Tagging Assignment Blueprint Channels Compliance Engine
        Forecast Hosted Name Payment Prefix Quota Record Revoke Site Window Activity Associated Budget Build
        Customization Folder Inbound Insight Items Local Models Notify Open Pattern Portfolio Principal Room Scope
        Services Stage Summaries U Vocabulary Artifact Audience Availability Aws Compute Configs Direct Field Patch
        Plans Reasoning Regex Statement Tenant Unit Validate Allow Analytics Bill Complete Cost Customer Feedback
        Gateways N Nodes Of Prompt Records Subscriptions Terminate Training Value Verify Cell Certificates Guardrail
        Host Investigation Limits Monitoring On Operations Private Publish Tables Workspaces Alert Authentication Bridge
        Browser Discovery Estimate Execute Extension Ingestion Layer Listener Override Preview Property Quick Rate
        Recipe Relational Reports Skill Sql Aliases Base Conversation Cross Enabled Environments Finding Images Ingress
        Multipart Notifications Reference Slack Team Theme Bundle Console Credential Elasticsearch Map Offerings Points
        Pricing Simulation Space Trial Authorize Based Creation Deployments Invitations Label Logs Medical Output
        Password Providers Reboot Text Activate Assets Baseline Builder Context Count Information Linked Machine
        Management Mobile Offering Peer Projects Recommender Regions Savings Secret Shared Submit Upgrade Whats
        Addresses Authority Business Column Feature Fleets Form Manifest Merge Option Plugin Proposal Queries Receipt
        Registry Scheduler Signal Slot Suite Trusted Worker Advisor Analyzer Annotation Apps Bulk Controls Databases
        Delegation Edge Entry Exports Integrations Lambda Marketplace Order Packages Packaging Pending Position Program
        Replica Repositories Revision Routes Ruleset Servers Sip Streams Transcription Use Vended Category Comment
        Conformance Connectors Distributions Initiate Lists Login Memory Messages Mirror Mitigation Mlflow Numbers Ops
        Organizational Organizations Page Parti Partition Placement Post Products Registered Sandbox Shares Spot Steps
        Tax Trained Values World Write Addon All Artifacts Components Confirm Constraint Deactivate Delegated
        Destinations Discovered Download Entries Facet Hours Iam Identities If Invoice Logger Mesh Module Pass Platform
        Playback Pools Queues Resume Series Support Tape Termination Trace Tracking Algorithm Assume Available Benefit
        Broker Cis Classic Classification Contributors Enrollment Formation Inspection Intent Invocation Kinesis Line
        Odb Out Outpost Pack Pair Party Preference Processing Protect Qualification Release Remote Replace Rotation
        Scenario Shard Sharing Teams Third Top Transform Validation Vector What Accelerator Administrator Aggregate Apns
        Assistant Attachments Backups Byoip Cases Conversion Deletion Evidence Experience Flows Framework Fsx Geo
        Handshake Labels Landing Lineage Live Locations Lock Malware Mappings Meeting Memberships Microsoft Multiplex
        Oauth Opportunity Pipelines Protected Replicate Retrieve Robot Root Schemas Sentiment Suggestions W Watch Work 1
        Agents Aggregator As Attached Card Checks Commit Communication Continuous Disk Dns Effective Evaluate
        Explainability Filters Front Fuota Graphql Grouping Hook Identifier Infrastructure Journey Library Lookup Mac
        Major Matchmaking Networks Objective Opt Poll Presigned Privacy Propagation Recording Related Roles Sample
        Setting Size Stores Testing Threat Transaction Webhook Workflows Active Allocation Allowed And Apply Buckets
        Byte Capability Crawler Dashboards Datasets Datastore Dedicated Elastic Enrichment Failback Financing Free
        Geofence Glue Grid Http Human Injection Internet Inventory Journal Language Links Mailbox Minor Objects Ota
        Participant Pentest Place Prediction Progress Provision Realtime Rollback Saved Solution Stacks States Statuses
        Terms Tracker Transformer Trigger Tuning Tunnel Typed Updates Views Volumes Website Xss Zones Additional Alerts
        Allocate Approve Attendee Brand Claim Classifier Configure Delegate Detectors Durable Editor Enforced
        Entitlement Faces Generated Hierarchy Increase Ingest Ipv Layout Legal Listing Master Mfa Modifications Move
        Names Namespaces Nat Outputs Path Performance Predictor Primary Readiness Remediation Revisions Schedules
        Secondary Select Serverless Setup Sign Speaker Standards Subscribe Supported Tokens Units Variant Via Vm Abort
        Accessor Activation Activities Adapter Aggregation Alter Analyses Answer Assign Assignments Authorizer Bearer
        Bots Branch Branding Calculated Canary Challenge Coip Commitment Computation Concurrency Consumer Contacts
        Decoder Design Dimension Documents Draft Dynamic Exchange Exclusion Failover Fast Files Glossary Harvest Headers
        Hold Home Hosts Hsm Idc Inject Installation Interfaces Interpreter Is Logged Matching Modification Mount Orders
        Parent Pause Premises Procurement Push References Resolve Retry Rum Scheduling Scraper Scribe Selection Seller
        Spend Tab Term Tool Topics Vcenter Vehicle Windows Anywhere Assessments Async Attribution Bandwidth Blueprints
        Boundary Builds Categories Commands Composite Conference Connectivity Deliverability Dev Disconnect Discover
        Error Evaluations Expression Face Farm Federation Flywheel Foundation Fpga Fraudster Functions G Heartbeat
        Hypervisor Impersonation Incident Indexes Individual Invite Last Ledger Metering Monitors Named Observation Only
        Optimization Optimize Optimizer Origination Preset Profiling Received Recorder Registrations Relationship
        Reservations Responsibility Rest Restart Restriction Retraining Rotate Safety Sbom Segments Sms Static Subnets
        Subscriber Systems Tiering Transformation Triggers Utilization 0 Anchor Anycast Automatic Backlog Balancers
        Batches Bin Blocker Blocks Book Branches Bundles Calculation Campaigns Cancellation Capabilities Cells Cidrs
        Class Collector Company Connects Consumable Coverage Credits Crl Dataflow Description Directories Discoverer
        Dkim Dominant Drift Earth Ebs Ec Egress Embed Emergency Exadata Exclusions Expiration Failure Feed Fields
        Folders Format Guardrails Hyper Imports Issue Join Labeling Licenses Listeners Manage Method Owner Patient
        Phrases Pii Pipe Pod Predefined Prepared Processor Recycle Redshift Renew Reputation Rescore Resiliency Respond
        Revocation Risk Rows Sampling Scans Script Sender Signaling Socket Spaces Sso Suppression Suspend Targeted
        Tenants Things Tier Topology Unsubscribe Uploads Visibility Voip Workteam 4 Acknowledge Aggregated Aggregates
        Alarms Authorizations Authorized Autonomous Byoasn Calculate Capture Catalogs Centralization Chart Close
        Collections Comments Compilation Contents Conversations Created Credit Date Decline Deep Defined Dependencies
        Deprovision Detections Eks Encrypt End Entitlements Experiments Featured Guest Imported Indexing Intel Intents
        Interaction Interconnect Kms Lag Latest Levels Locale Machines Mapper Mission Nodegroup Norm Online Opted
        Overrides Ownership Pages Parallel Parts Paths Port Practice Predict Predictions Principals Probe Problem
        Process Promote Published Publishing Quote Recipes Recognizer Recommended Relationships Render Requester
        Requirement Resolvers Responder Retrieval Reusable Rx Scopes Sdi Sending Sequence Sink Smtp Specific Speech
        Standby Strategy Success Through Throughput Timeline Tls Traces Trail Unassign Variable Vectors Video Vod Wave
        Withdraw Workgroup Zonal 5 6 Abac Accessors Adjustment Agreements Anomalies Another Appointment Arns Autonomics
        Backtest Bias Binding Blob Blue Budgets Bus Calculator Callback Calling Certification Chime Collaborator
        Compatible Composition Conditional Conflicts Consent Containerization Counts Current Dataview Declarative
        Decrease Define Demand Denylist Deprecate Detail Developer Dhcp Drifts Drop Eligibility Encoder Entitled
        Ephemeris Errors Evaluator Exception Exceptions Expert Express Extend Extended Fargate Favorite Features Fine
        Forms Generations Generator Git Green Ha Identifiers Ids Indices Initialize Inline Inputs Instrument Into
        Invalidation Issuer K Listings Loader Loop Macie Mcp Messaging Metered Methods Mode Mute My Nfs Observability
        Onboarding Operator Packs Panel Part Partnership Patches Persistent Personal Pin Planning Player Plugins Porting
        Prefetch Proficiencies Prompts Protocols Qev Quantum Queued Quotas Rds Redact Redeem Refactor Relay Rename
        Replicas Requested Resend Resolution Retriever Reviews Rpc Scanning Scene Secrets Selectors Self Serial Sites
        Skills Specification Spending Stored Sub Subscribed Suppressed Synthesis Thesaurus Transfers Translate
        Translation Troubleshooting Ui Un Unarchive Unlink Urls Versioning Viewer Vocabularies Warm Watchlist Workers
        Workforce view Accessed Act Adm Affected Aggregators Alexa Alternate Analyze Announcement Anonymous Answers
        Appliance Applied Approved Archives Attack Attempt Authorities Autoshift Azure Backfill Baidu Balance Ban
        Baselines Bases Bootstrap Builtin Bypass Caches Calendar Caller Carbon Carrier Celebrity Chap Child Children
        Clone Codegen Color Compatibility Condition Connected Consumers Continue Contract Contributor Cors Coverages
        Crawlers Customizations Datafeed Datastores Decision Deploy Deployed Descriptor Detailed Dimensions Dissociate
        Dnssec Ecs Effect Efs Enablement Enclave Engagements Estimates Executors Expense Experiences Explorer Fact Faq
        Forecasting Forget Forwarder Gcm Gov Governance Graphs Handshakes Hardware Hdfs Hooks Hybrid Infer Insert
        Introspection Investigations Invocations Ips Iteration Iterator Kafka Kpi Lending Lenses Lex Lexicon Liveness
        Loa Locker Long Ls Lustre Material Milestone Moderation Moderator Modules Next No Objectives Oidc One Ontap Or
        Orderable Pairs Parsing Patterns Peers Pentests Period Personas Portals Ports Pre Prepare Price Priorities
        Privileged Proactive Projected Propagations Proposals Radius Range Raster Raw Re Reachability Recipients
        Recognize Regional Registries Replay Replicator Resize Restores Return Reveal Reviewed Revocations Rooms Routers
        Rulesets Sagemaker Sampled Sandboxes Scalable Scores Scram Screen Sdk Sensitivity Servicecatalog Shadow Shift
        Shifts Shipping Slots Smart Smb Specifications Staging Statements Strategies Supplemental Switchover Synchronize
        Tapes Temporary Terminology Themes Thumbnail Tile Timer Tone Tools Transactions Transforms Transition Trunk Ts
        Undeprecate Unique Unlock Up Utterances Variables Vaults Violation Without Witness Workloads Zfs Accelerate
        Accelerators Accepting Accesses Acls Activated Admins Advertise Aggregations Algorithms Alliance Allocations
        Analyzed Annotations Anti Apis Appliances Attendees Authn Autocompletion Bank Bgp Bitcoin Blocking Bonus
        Bookmark Brokers Buffer Builders Built Buyer Cachedi Canaries Candidates Cards Central Changes Changeset
        Checkout Chunk Claims Classifiers Clear Clients Clock Closed Cognito Collectors Columns Commits Communications
        Compared Completed Completion Concentrator Confirmed Construct Controllers Cookie Correction Country Csr Cutover
        Daily Datasource Datasources Deauthorize Decrypt Defaults Delegates Deletions Deliver Deliveries Deprecation
        Deregistration Descriptions Dial Disconnected Discoveries Discrepancy Disks Display Distribute Dmarc Dry Eip
        Emissions Engines Enhanced Estimated Estimation Eula Eulas Exemptions Expand Expire Explanation Expressions
        Extensions Extraction Factor Factory Fail Failures Finalize Flag Flush Forecasts Forgot Forward Frame Frameworks
        Geocode Geofences Governed Head Hubs Idle Impact Indexed Ingestions Inheritance Ins Intake Integrated Integrity
        Intelligent Interactions Interrupt Interruptible Interview Invalidate Invalidations Invoices J Journaling Json
        Keyword Keywords Kubernetes Lags Languages Layers Layouts Lead Lever Linux Listening Logout Lsa Mainnet
        Manifests Maps Mark Marker Marketing Matches Materials Matrix Max Meetings Merged Meshes Meter Migrations
        Moderated Mpa Nda New Notebooks Now Observer Occurrences Origins Outcome Outgoing Outposts Overview Parents
        Participants Partitions Partners Payload Person Personalization Plaintext Platforms Polygon Portfolios
        Predictive Presets Problems Processes Programs Proxies Publication Publisher Quarter Questionnaire Random Ranges
        Rates Rebuild Receive Recognition Recommenders Recorders Recursion Reload Replacement Reply Reprocessing
        Requirements Reserve Resolved Responses Retained Retrieved Reverse Roots Rotations Save Schedulers Scheme
        Scripts Sec Selections Selling Sensitive Severity Shards Sight Signer Signin Silence Silences Simulate Single
        Solutions Spans Squash Ssh Stages Statistic Stats Stickiness Storedi String Structure Studios Subtype Suggested
        Suggester Suggesters Suggestion Suites Syntax Tabs Tail Templated Testnet Three Toggle Torrent Totals Trackers
        Tracks Trails Transactional Tree Trend Trends Unauthorize Unshare Updated Uri Usages Vdm Vehicles Vgw Violations
        Vlan Vpcs Warmup Way Webhooks When Workgroups Working Workteams Worlds connect - 8 9 Acceptances Accepted
        Accessible Accuracy Acknowledgement Activations Actors Acts Adapters Addons Adhoc Administrative Administrators
        Advisories Air Alive Amend Amount Analyzable Analyzers Ancestry Anchors Announcements Anomalous Applicable
        Appointments Approximate Aqua Architecture Archival Archived Archiving Arrays Assistants Attacks Attained
        Attempts Attributions Audits Authenticate Authorizers Autocomplete Autoshifts Avs Az Back Backends Backtrack
        Backtracks Balances Banner Bans Barcode Begin Behavior Behaviors Benefits Binary Blacklist Blocked Bluinsights
        Body Books Borrow Bounce Brands Bridges Browsers Bugs Bulkdata Buses Ca Calculators Canceled Capacities Capsule
        Cardinality Care Celebrities Cfn Changed Changesets Charges Chats Checker Checkpoint Chunks Classify Cli Clip
        Collaborations Collaborators Commitments Common Compare Comparison Comparisons Compliances Compose Compositions
        Computer Concatenation Concentrators Confirmation Conflicting Consistency Consolidated Constraints Constructs
        Consumption Containers Contains Contexts Contracts Converse Conversions Convert Converted Correct Corrections
        Costs Countries Cpu Crawling Crawls Creations Criteria Crls Cryptogram Curated Cycle Dataviews Days Dead Decode
        Decrypted Degree Delegations Deny Dependents Deployable Derive Describelabel Desired Development Diagnostic
        Dialer Diff Difference Differences Digest Disassociation Discard Discoverers Dismiss Dispose Distinct
        Distributed Down Downstream Driver Drivers Duplicate Editors Edits Efficiency Ek Element Elements Eligible
        Emails Emp Emv Enforcement Enrichments Enroll Enter Enterprise Ephemeral Ephemerides Equipment Es Evaluators
        Everything Evict Except Exclude Exit Expiry Explainabilities Exported Extensible Facts Failed Failing Families
        Faqs Farms Federate Feeds Fetch Filtered Financial Firewalls Firmware Flywheels Footprint Forwarders Forwarding
        Fragment Fragments Frames Fraudsters Gapped General Generators Gi Glyphs Goal Goals Gpus Granted Granting Ground
        Guru Handler Header Help Hide High Histories Holds Hostname Https Hypervisors Ice Idempotently Idp Idt
        Improvements Inactive Include Incoming Incremental Indicator Indicators Inferred Infrastructures Initialization
        Initiators Inquire Install Installed Instantiate Instruments Insurance Integrate Interactive Interconnects
        Internal Interpolated Interpreters Interruptions Introspect Invalid Invites Invokes Ipams Isolines Issuers Jar
        Journeys Keep Kek Kickstart Known Lakes Latency Launches Leave Ledgers Legacy Letter Lexicons Life Limitations
        Lines Livy Locales Locked Lockers Locks Loggers Logically Loops Maintenances Make Managers Managing Manual
        Mapped Measures Memories Merging Meta Migrate Milestones Minute Misconfigured Mitigations Moderators Modifiers
        Monitored Moving Multiplexes Mumbai Mutability Mutate Nameservers Nearby Neighbors Nodegroups Not Observations
        Observed Oci Offer Offers Older Once Operating Opportunities Optimizers Ordering Org Outcomes Overage Owners
        Packager Panels Param Params Partially Partitioner Partnerships Payer Payments Peered Peerings Percentiles
        Perform Persist Personalized Physical Pickup Ping Pipes Populate Portion Positions Power Powers Practitioner
        Precheck Predictors Previews Prices Priority Pro Processors Producer Programmatic Promotions Protections
        Protective Provide Pub Purge Qr Quotes Rack Raid Ranking Reaction Reactions Readable Reader Readme Reason
        Rebalance Rebalancing Recall Receipts Receivers Recent Recognizers Redrive Refactors Refreshes Regenerate
        Reinvite Relays Releases Relevant Remaining Remediations Reorder Repair Replays Replications Replicators
        Reporting Required Rerank Reschedule Resolutions Resync Retain Retirable Retire Retrievers Reviewable Rhel
        Rightsizing Risks Roads Robots Routings Runner Runtimes Saml Samples Satellite Satellites Scenarios Scenes
        Schemes Scoped Score Scrapers Screenshot Searches Section Seen Selfservice Sensor Serve Shadows Shapes Shipment
        Show Shutdown Signals Signature Signed Similar Simulations Sinks Sizes Skip Snap Snaplock Snippet Snooze
        Snowball Sop Speakers Split Splitting Sprites Stale Started Starter Stations Studies Study Style Subject
        Subjects Subscribers Suggest Suppressions Swap Synthesize Tagged Take Taxes Telephony Tenancy Terminologies
        Tests Than Thesauri Threads Throttle Throughputs Thumbnails Thumbprint Ticket Times Title Toxic Tpm Track Train
        Transcripts Transferability Transformers Trials Trusts Tti Tunes Tunnels Uefi Uis Ultra Unallocated Uname
        Unavailable Undrop Ungroup Unhealthy Unlabel Unload Unmask Unmonitor Unpeer Unpublish Unreferenced Unsupported
        Unsuspend Upfront Upgrades Uploaded Upsert Upstream Used Using Utterance Valid Validity Vendor Vendors
        Verifications Visible Vlans Voices Vote Votes Vulnerabilities Wait Waiting Warehouse Watchlists Waves Waypoints
        Weights Widget Wipe Wise Withdrawal Withdrawals Withholding Workforces document search suggest upload
        """#

    /// For each service `# name`, then for each access level its number and the names.
    static let names: StaticString = #"""
        # a2c #1 $]~.PV $O^.PV #2 0]~. 0O^.
        # a4b #0 !TmOTXZ !YfTQ !O)P+ !CO, !S[ !_. !_.P>Yc !_.P>_.OZUC !a@Y6at O6PSe] O6Y& O6Rd O6KP^ O6P^ O6a. O6T+O,
        O6QE #1 $PSZQ $YfV@ $YfOw $OG $O) $C $C/ $RX* $K@ $@ $S= $S=T+Q, $T+/ !2 YJS= 0a@Y6_SSx #2 X6T+ BOGOoPSZQ
        BO)OoK@ BO)OoS= BT+/OoS= BT+OoT+/ BT+OoQE SWPs &PSZQ &TmOTPM &YfOw &OG &C/ &K@ &@ &S= &T+/ &: %PSZQ %TmOTPM
        %YfOw %OG %O) %O)PQ1 %C/ %K@ %@ %S= %S=T+Q, %T+RT %T+/ %: DOGO*PSZQ DO)O*S= DT+O*T+/ DT+O*QE DT+/O*S= `9a@Y6at
        -YfV@ -O)X_P+ -RX* -S=T+Q, -T+RT OfO/P:O(O) OfO) QJT+ S*RX Od_P OdRX 0O)PB 'PSZQ 'TmOTPM 'YfOw 'OG 'O) 'C 'C/
        'K@ '@ 'S= 'T+/ #3 6) ;)
        # access-analyzer #0 !3h{ !e1 !Q}P0 #1 Pt3hOgE Pt`_cU3 Pt`_PL3 $3T$ $ap) $U% $Q}8 $T3 $T3P[ $Q(Q> $XC, !3T$Q(
        !apOn !Q( !,^B !2+) SS, #2 WWQ}8 O;,RC &3T$ &U% &Q}8 %U% %Q}8 Q=T3P[ 0,RC 0)Qh 'U% 'Q}8 'Q( #3 6) ;)
        # account #0 !Td #1 $9TZ $_NOG $OGTZ $`<Q/9TZ $XVO{ $PjWBO! #2 P`XVO{' [[9 %_NOG OpPj OmPj -9S% -_NOG -OGTZ
        0XVO{'
        # acm #0 !Sh O6Sh #1 (OP O7OP $9* $OP !2+OP #2 %OP O+OP -9* [1OP OXOP ^~VOO{ S*OP 'OPPa #3 O`2OOOP Oy2O*OP
        # acm-pca #0 !OP_Y #1 (OPTl (OPTlRSOT $OP $OPTlOP $OPTlbE $, !O} !2 #2 &OPTl &OPTlRSOT %OPTl O+OPTlOP Z{OP
        P3OPTl S*OP 'OPTl #3 6OPTl ;OPTl #4 &Oi %Oi %, -,
        # aco-automation #0 !Qr !Q.LU_ !Q.LSA !Q.P+ !Q.8T$ !Q.8T$SA !Q.P0 !]<OVSA !]<Q: !2+) #1 $Q.L $Q.8 $V3* #2 BQr
        &Q.8 %Q.8 DQr W|Q.L 0Q.L 'Q.8 'V3* #3 6) ;)
        # action-recommendations #0 !]<Q:
        # activate #1 $9OG $Q0Rk $f; $Za $PiRk $U7 #2 &Tq -PiRk
        # aidevops #0 !OA[? !OY !ZKQ' !er !Q@ !gC !WnSa !ROPpO@ !ROS5 !U5UL !Px !S? !dp #1 $9PQ $OATE $O1 $ZKG $ROPp
        $^aE $P[ $= !2+) O6=d|) #2 B= &OATE &ZKG &Rq &ROPp &`bRRUJO3 %OATE %ROPp PO= (V%R< Op^aE D= Yk[G Om^aE [mRq+PT
        UHRq+PT Of= OdO| 'OATE 'O1 'ZKG 'gB 'ROPp '^aEgUO$ 'P[ SSSGOY #3 6) ;) #4 STUBONPu+)
        # aiops #0 $fvSkQX !g( !SkP+ !SkO, !`G !T* !2+) #1 $`6 $`6O@ $Sk $SkL $Sk/ $Sk/, $Sk) $OT SSSk/ #2 &Sk &SkL &Sk/
        &Sk) &OT %Sk %Sk/ %Sk/, Q=OT -`6 -Sk/, 'Sk 'SkL 'Sk/ 'OT #3 6) ;)
        # airflow #0 !T2 #1 $O9 !2+) #2 &ewOr &O9 &OqUJOr %O9 Q*Z6Pd SqPw 'O9 #3 6) ;)
        # airflow-serverless #0 !GO_ !OUR_ !OUO@ !WR #1 $G5 $OU $OUOH !2+) #2 &OU %OU 0OUOH NOUOH 'OU #3 6) ;)
        # amplify #0 !U' !Ug !RUT2 !ZR !HOY !O< !On+OqO/ODO2 !Oq`B #1 $E $SDQM $RUO9 $Xx $HO1 $. $OqO/ODO2+) $OqW7 !2+)
        #2 BOqO/ODO2 &E &RUO9 &Xx &O^ &HO1 &OqW7 %E %RUO9 %Xx %HO1 %. %OqW7 DOqO/ODO2 Q=3TM 0O^ 0. N. 'E 'Xx 'HO1 'OqW7
        #3 6) ;)
        # amplifybackend #0 !RUO< !O(RIWX #1 $RU $RUO/P-O4 $RUO/P-O4S7 $RUQt $RU. $RUPA $Or #2 _oRU &RU &RUO/P-O4 &RUQt
        &RUO$ &RUPA &Or %RU %RUO/P-O4 %RUQt %RUPA %Or Q=RUO/P-O4S7 O+RUQt O+RUPA OyUfeL OyRUO$ 'RUO/P-O4 'RUQt 'RUO$
        'RU. 'RUPA
        # amplifyuibuilder #0 !_pO< !Uh !^A !2+) !aL #1 O7Uh O7^A O7aL $_p. $PU $Tq $OJ $T; #2 &PU &Tq &T; %PU %Tq %T;
        Y-P&+Or -OJbr R@Or QlOJbr 0_p. 'PU 'Tq 'T; #3 6) ;)
        # aoss #0 !3P9 !RLO, ![] !PqP9 !O=SI !O=P9 !2+) !OFQ< #1 7$RL 7$RL/ 7$W/Pq, 7$Pq, 7$OFJ $3, $9O0 $P~ $P9dF $O=O$
        $O=, #2 O/P-O43Uf O`RLOORL/ &3, &RL &RL/ &P~ &Pq, &O=O$ &O=, &OFJ W]3Uf %3, %RL %RL/ %P~ %Pq, %O=O$ %O=, %OFJ 6)
        ;) '3, '9O0 'RL 'RL/ 'P~ 'Pq, 'O=O$ 'O=, 'OFJ
        # apigateway #0 !R[UY !`m !Pb]* !PbZ6J]* !P_P0 #1 YwQpQ8 $R[ $R[Pb $R[PbVJ, $PbUT $PbZ6JUT $P_8 #2 &R[ &R[Pb
        &PbUT &PbZ6JUT &P_8 O%QpO2QpQ8Qp %R[ %R[Pb %PbUT %PbZ6JUT %P_8 OpR[ P-O/Q8ODQ) P-Q2O(Q8 P-SBQ8 T$R[ SqR[ 'R[
        'R[Pb 'PbUT 'PbZ6JUT 'P_8 #4 O`OPOOH &3O1 %R[PbVJ, -R[PbVJ, QJ3O1 OyOPO*H 4OqO/ODO2 'HS%T^, 'HS%, 'Z6Pd,
        # app-integrations #0 !?OY !QY !1ObOY !1ObQ@ !1ObXZ !1U/ !LU/ #1 $? $1Ob $1ObOB $1ObPM $LOb !LObOY !2+) #2 &?
        &?O1 &1Ob &1ObO1 &1ObPM &LOb &LObO1 %? %?O1 %1Ob %1ObO1 %LOb %LObO1 01ObOB '? '1Ob '1ObO1 '1ObPM 'LOb #3 6) ;)
        # appconfig #0 !QY !*P^ !O^aE !TJ !T2 !S{OY !bk !S$*O@ #1 $9O0 $? $* $*@ $O^ $O^]O $O9 $S{ $S{O1 $S$*> $[z* !2+)
        #2 &? &*@ &O^]O &O9 &S{ &S{O1 &S$*> %? %*@ %O^]O %O9 %S{ %S{O1 %S$*> 0*O3 0O^ NO^ '9O0 '? '*@ 'O^]O 'O9 'S{
        'S{O1 SS* #3 6) ;)
        # appfabric #0 !E[R !EZS !S|Um !c% #1 $ERT $ET< $S| $S|PH !2+) #2 7$:3Q' P$ERT &ERT &ET< &S| &S|PH %ERT %ET< %S|
        %S|PH 0S| 0:3Q' NS| 'ERT 'S|PH #3 6) ;)
        # appflow #0 !ORR. !UF !V` #1 (OR (ORQ? (ORZu (ORP^ (UF (OE (OEOB (OEOBSa (V` !ORZu !2+) #2 O;OEQ@ &OR@ &OE %OR@
        %OE OfOR QlOROJP@ OHOE 0OE NOE _<OfOR 'OR@ 'ORPs 'OE UAOR@ #3 6) ;)
        # application-autoscaling #0 $ckP{S! #1 (a4Q| (P{Xm (P{P9 (QmQ: !2+) #2 %P{, %QmOV POa4P. -P{, -QmOV Ofa4P. #3
        6) ;)
        # application-signals #0 !RSQ( !Q?P+ !W6PDQu !hQR. !=R<WAY.YY !=R<`` !=X$ !S? #1 7$=R<WAS/OT $= $=R<WA !=[h !=fN
        !=So !2+) #2 7'Y.YY &=R<WA %W6* %=R<WA PK -W6* 0Sx '=R<WA #3 6) ;)
        # application-transformation #1 $]~ $O^ $W6P/ $^m_rP/ $^mP[P/ $R7P/ #2 -ON1 -PF1 0]~ 0O^ 0W6P/ 0^m_rP/ 0^mP[P/
        0R7P/
        # applicationinsights #0 !QY !Uh !*Q7 !ONS:P| !ON`h !cm !ab #1 (? (PU (PU* (PU*P[ (ONS: (Z( (]4 (]4hP (Qd !2+)
        #2 O`Qd &? &PU &ONS: %? %PU %ONS: PK OyQd '? 'PU 'PU* 'ONS: ']4 'Qd #3 6) ;)
        # appmesh #0 !CU; !cO !U; !2+) !P(S[ !P(S^ !P(a/ !P(S? #1 (COk (Ux (Ok (P(C (P(PY (P(R$ (P(= $Ux, OL[OOn #2 &COk
        &Ux &Ok &P(C &P(PY &P(R$ &P(= %COk %Ux %Ux, %Ok %P(C %P(PY %P(R$ %P(= -Ux, 'COk 'Ux 'Ok 'P(C 'P(PY 'P(R$ 'P(= #3
        6) ;)
        # appmesh-preview #0 !CU; !cO !U; !P(S[ !P(S^ !P(a/ !P(S? #1 (COk (Ux (Ok (P(C (P(PY (P(R$ (P(= $Ux, OL[OOn #2
        &COk &Ux &Ok &P(C &P(PY &P(R$ &P(= %COk %Ux %Ux, %Ok %P(C %P(PY %P(R$ %P(= -Ux, 'COk 'Ux 'Ok 'P(C 'P(PY 'P(R$
        'P(=
        # apprunner #0 !S.S?+OqRa !Q-P{Os !Qz !^_Os !So !S? !S?+Q-P{* !OFUF !OFT5Qz #1 (Q-P{* (OCRB (^_* (R3 (= (OFOR
        (OFT5O& (OqRa+= !2+) #2 BOCH BOqRa &Q-P{* &O& &^_* &= &OFOR &OFT5O& %Q-P{* %O& %^_* %= %OFOR %OFT5O& DOCH DOqRa
        YE= V!= 0O^ 'P]Q-P{* '= 'OFT5O& #3 6) ;)
        # appstream #0 (EPyTWEPyOY (EPyb$ (EZP (EQ$PQ (?OhOY (QY (PvSI ([n (Tp (O>b$ (T4 (R8 (RQOY (X! (PQOTSb (:PXOY
        (QE !^3QY !O7O>Q' #1 (O>O} (T;+PX $O7O>G !S.Tp !S.X! !2+) #2 BEPyTWEPy B?Oh B?OOXA BOh BRQOOO>TW 7B:PX 7D:PX
        Q5O> &EPy &EPyTW &EPyTWQKSBQCO2 &? &PvO$ &XA &O7O>G &Oh &O>TW &O>TWQKSBQCO2 &[rO> &PX &QKSBQCO2 &T;+PX &deO>
        &PQOTOS &: %EPy %EPyTW %? %PvO$ %XA %Oh %O> %O>TW %O>O} %PX %T;+PX %PQOTOS %: Op: DEPyTWEPy D?Oh D?O*XA DOh
        DRQO*O>TW Om: bhO3 0EPyTW 0Oh 0O>TW 0RQO^OOO>TW NEPyTW NOh NO>TW OL 'EPyTW '? 'PvO$ 'XA 'Oh 'O>O} 'PX 'T;+PX #3
        6) ;)
        # appstudio #1 $9O! $`..O! #2 0`.. 0W|`.. 0T:O^
        # appsync #0 !PdRl !as !MXP !1RA !HXO !Yv !W5as !]A !]AOZP* !On+OqO/ODO2 !O-PdOY !Pc !PcOZO1 #1 W0P& W0Q^< $Pd
        $PdO1 $PdP@ $MQI $1O- $1O-`F $HS% $P* $W5Pd $W5PdO9a] $`FPP $Pk $), $PPTIO! $O-PdO1 $OW $OqO/ODO2+) !2+) #2 BPd
        BcNW5Pd BO-W5Pd BOqO/ODO2 &Pd &PdP@ &PdO. &MQI &1O- &HS% &P* &W5Pd &Pk &OW %Pd %PdP@ %PdO. %MQI %1O- %HS% %P*
        %W5Pd %Pk %), %OW DPd DcNW5Pd DO-W5Pd DOqO/ODO2 LP$ LSq LXc bsPdP@ RDQ&O2 -W5PdO9a] -), O-RDQ&O2 01O-`F 0PPTI
        0PPTs 'Pd 'PdP@ 'PdO. 'MQI '1O- 'HS% 'P* 'W5Pd 'Pk 'O-PdO1 'OW #3 6) ;) #4 4OqO/ODO2
        # apptest #0 !OaVZ !OaOs !OaR_ !OadQ #1 $OaPT $Oa* $OaOHR` $OaT} !2+) !OaOHU_ !OaOHOaVZ #2 &OaPT &Oa* &OaT}
        %OaPT %Oa* %OaOH %OaT} 0OaOH 'OaPT 'Oa* 'OaT} #3 6) ;)
        # aps #0 !QxX= !8O,XP !ij !Ss #1 (StR=OQ (QxQ[ (P8* (O5P8* (), (8O,QI (YN (YNP8* (P% (P%* $StR=d< $StR=O! $P]YN*
        $Ve $PFOJ $V$ !StR=StO, !StR=X4 !StR=i; !StR=d= !X4 !P0 !2+) T$QxQ[ O5Pw #2 &StR=X4 &StR=OQ &QxQ[ &P8* &O5P8*
        &8O,QI &YN &P% %StR=OQ %StR=d< %QxQ[ %P8* %O5P8* %), %8O,QI %YN %YNP8* %P% -StR=OQ -StR=d= -QxQ[ -), -8O,QI VEUd
        'P8* 'O5P8* 'YN 'YNP8* 'P%P6 'P%* #3 6) ;)
        # arc-region-switch #0 !O~OBP+ !O~Q@ !SM !SMPzPj !Ok]aRIR0W) !Ok]aRIR0W)PzPj #1 $O~ $O~Q6O! $O~OB $O~PzPj !2+)
        #2 X6O~OBR` O;O~OB &O~ %O~ 0O~OB 'O~ 'O~OB 'O~OBR` #3 6) ;) #4 %), $), -),
        # arc-zonal-shift #0 !eH !OcOn !]`a= #1 $_ZcXOtO! $Oc) #2 O;]/OH O;]`a< &]/OH* %]/OH* 0]/OH 0]`a< '_ZcXOtO!
        ']/OH* ']`_Z* ']`a<
        # arsenal #2 OfSnYFOA
        # artifact #0 !]f !SY]f !OTO@ !T* #1 $9O0 $QO $SYQO $cT+QO $OT $OTOJ $YT+OT #2 P`QO P`cT+QO -9O0 ScQO
        # athena #0 !?O%P-SBi} !ZTQ@ !P)Z4 !1[X !U* !`2 !Z'Tw !PZOJ !PZR8 ![-aD !R8 !V~O, #1 7$Z'O5 7$[-SP 7$O5OB $ZTOB
        $ZTOBP& $ZTOBO! $P)Rz* $P)Qa $[X $1Ro $QG $OBR~ $OBb` $Z'O5 $QI $XP $PZOJ $[-SP $O5OB $O5Q@ $O5QX $O5QXOL
        $O5R7Q> $)Qj $O3 $O3O! $I $IOJ $Sr $V~/ !R~O@ !O5Q@ !IOJ !2+) #2 O;P)Qa O;O5OB &P)Qa &1Ro &Z'O5 &PZ &[-SP
        &WDPZQM &V~/ %P)Qa %1Ro %Z'O5 %PZ %[-SP %V~/ O7PZ $O3J O+PZ -P)Rz* OHO5 0ZTOB 0O5OB 0O3 NZTOB NO5OB ScO3 'P)Qa
        '1Ro 'Z'O5 'PZ 'PZOJ '[-SP 'V~/ #3 6) ;)
        # auditmanager #0 $fL !P/P5PgOZP5H !P/VaPlRP !P/bx !P/T* !Y[ !P5HPg !P5HPgOZP/ !P5PgOZP5H !U) !c7+1O- !T7 #1
        $9O! $P/ $P/Va $P/OTQM $Q4TM $P5 $V^ $V^OZV^S2 $V^PCPGQM $V^S2 $V^ZvOZP/ $V^ZvOZP/P5 $Pg $PgOZP/ $O]P49 $S?PzS>
        $O0 !2+) SSP/OTc* #2 BP/OTV^S2 7BP/OTV^ 7&U+OZP/ 7%U+OZP/ 7DP/OTV^ 7O+V^OOP/P5 &P/ &P/Va &P/OT &P5 %P/ %P/Va
        %P/VaPl %P/OT %P5 PO9 POO]P49 DP/OTV^S2 Of9 OfO]P49 0P/VaPl 'P/ 'P/P5 'P/P54O! 'P/Va 'P/VaPl 'P/O! 'P5 'O0 #3 6)
        ;)
        # autoscaling #0 (9Sl (9O0 (]ePc (Q-P{O, (Q-P{O_ (Q-P{OtPc (5i@ (PmOs (PqW7Pc (Pq`B (Q+QyP.O, (Q+ZL (PFRLPc
        (OtOs (P9 (P{Xm (P{]5Pc (QmQ: (V',Pc (Q9RA (_COx $ckP{S! #1 (2 #2 QsO_ QsQ+QyP.O, QsQ+ZL QsQ9RA 7%QmOV 7-Qm'/OV
        O;5R@ SWPqOV &Q-P{/ &Pm* %Q-P{/ %Pm* %PqW7 %Ot* %, %QmOV %_COx Q~O_ Q~Q+QyP.O, Q~Q+ZL Q~Q9RA OpPwRL OmPwRL ft]N
        Sz, g!]N PmO_ -9WK -PqW7 -Ot* -P{, -Qm'/OV -_COx S)PqOVYx V!cn W|5R@ 4fRP) 45R0 45Qg 05R@ [Bcn Sc5PzQ-P{/ 'Q-P{/
        #3 &`d'2 %2
        # autoscaling-plans #1 (P{O~On (P{SM $P{O~)S!1 #2 &P{O~ %P{O~ 'P{O~
        # aws-marketplace #0 (SpU1RP $QOX& !QOR+RP !QOZVRP !QOeq !QOUvV9S5 !QOS&RP !QORP !Y[ !QZ]eRP !Q4P| !R. !Sp^R
        !SpU1RP O6]f QNSb #1 (QO (P/ (Yb (Q44 (Q? (YGR%* $QOR+OX $QOZVOX $QO[n $QOS&OX $QOOX $QZ]eOX $b&Qj $[n $), $YQQj
        !Yb !XAPV !2+) #2 P`QOR+OX P`QOZVOX P`QOS&OX P`QOOX BUYOoSpU1 7&QZ]eOX 7cPPQ O;QO O;QOZVOX O;QOS&OX O;QOOX O;Q44
        &QOOX &SpU1RP DUYO*SpU1 cPPQ -O^Q, -YGR%* OfPQ QJQOR+OX QJQOZVOX QJQOS&OX YJSY OdQOZVOX OdQOS&OX 0S0 0Q44 Xc [H
        'QOR+OX 'R5YC #3 6) ;) #4 %), -),
        # aws-marketplace-management #0 _GcH _GT* _GO0 _GV% #1 $X3YQOt`~ $ax9RHPV $X[:RHPV $YQRHPV #2 -X3YQOt`~ -ax9RHPV
        -X[:RHPV -YQRHPV k3Y1
        # aws-mcp #0 Q*^V #1 RJQWZ)YU #2 RJQWUdYU
        # aws-portal #1 $T=OV4X@ QN9 QNQZ QNS&^Y QNPQ #2 O'9 O'QZ O'S&^Y 'T=OV4X@
        # awsconnector #1 $ORR0 SSORP, #2 OfOR
        # b2bi #0 !ZW !hf !P^ !jR #1 $WZ $^e $@ $X( $X(. !2+) #2 &WZ &^e &@ &j/Q^< &X( %WZ %^e %@ %X( Q=Q^ 0X(. OaV[
        OaQ^ Oa`g 'WZ '^e '@ 'X( #3 6) ;)
        # backup #0 !P!.SA !P!O< !P!O~QD !P!O~O@ !P!SM !P!d4 !P!a^ !Q5.SA !Q5O< !bx !c$QvTB !XIgO !VtOn !VtOnOZP!Qn
        !QvTBOZP!Qn !QvTBOZXIY5 !QvTBOZ) !OTO< !OTSM !P33P!a^ !P3.SA !P3O< !P3O<OZVt) !P3WNSM !P3WNd4 !Qh.SA !QhO< !ZCOs
        #1 (P!3P= (P!. (P!Qn (Q5. (Va (Q]O0 (Vt) (QvP= (PjO0 (OT. (OTO~ (P3. (Qh. O7P!O~< $P!O~ $P!O~O*c3O(Q2S] $P!O~O*<
        $P!YP $P!Qn3, $P!QnT7 $P!QnVJ, $XIY5 $QvP=P~PV $QvP=P3OJ $P3.OJ $P3WNg_OJ $P3WNO~ $P3WNYP $Xd)Pc $ZC* !2 #2
        BP!QncSR+T: O;XIY5 Q5O*P!Qn Q5^NP!Qn &P!3P= &P!O~ &P!YP &P!Qn &Va &XIY5 &h2e,g=P!Qn &OTO~ &P33P!Qn &P3WNO~
        &P3WNYP &ZC* %P!3P= %P!O~ %P!YP %P!Qn %P!QnVj* %P!QnT7 %Va %QvP= %OTO~ %P3WNO~ %P3WNYP %ZC* DP!QncSR+T: DQvP=
        DQvP=O*YD -P!QnVj* -P!QnT7 -P3VORe S*P33P!Qn 0P!. 0Q5. 0OT. 0P3. 0Qh. NP!. 'P!O~ 'Va 'Q]O0 'QvP=P~O0 'QvP=Pq
        'PjO0 'OTO~ 'P3WNO~ 'P3WNYP 'ZC* #3 6) ;) #4 %P!Qn3, %P!QnVJ, !c$QvTB+O6 -P!Qn3, -P!QnVJ, O6QvP=
        # backup-gateway #1 $Y_T'R2PM $C $Yy $YyT%Vl $P(T] !S[ !gR !2+) !P([} #2 BCOOOu P! &C %C %Yy DCO*Ou O+Yy*
        -Y_T'R2PM -YyT%Vl -QQ0RR P3 0P([}OJPB OaYy* 'CTZ 'CRQcW 'Yy #3 6) ;)
        # backup-search #0 !O6O< !O6ReO7O< #1 $O6. $O6ReO7. !O6.VX !O6.QX !2+) #2 0O6. 0O6ReO7. NO6. #3 6) ;)
        # backup-storage #2 W*P!. %Ws (P!. $T.P! $b/ $g[T.P! $OMOJ !eu !Ws YBej S8OMSW -b/ -OM 0OM 'OMSW
        # batch #0 !Z_On !O< !O<OZZ_) !S(U] !=O< #1 (SHT2 (Z_) (.Qu (.U~ (O< (S(Pl (YMP9 (=T2 (=. $.PIO: !YMP9 !2+) #2
        O;. &SHO9 &Z_) &.PI &S(Pl &YM, &=O9 %SHO9 %Z_) %.PI %S(Pl %YM, %=O9 PO.OQ Of.OQ Th. Th=. Sc. Sc=. 'SHO9 'Z_)
        '.PI 'S(Pl 'YM, '=O9 '=. #3 6) ;)
        # bcm-dashboards #1 $Qj $), !W] !2+) #2 &Qj %Qj 'Qj #3 6) ;)
        # bcm-data-exports #0 !Q@ !U. !Sr #1 $OB $O7 $I !2+) #2 &O7 %O7 'O7 #3 6) ;)
        # bcm-pricing-calculator #0 !SVSye{ !SVSyQ!X~XM !SVSyQ!PQXM !SVSyV9S5 !SV`1 !SVVHX~XM !SVVHPQXM !SVie !QdSyPQ
        !Qd`1 #1 $SVSy $SVVH $R! $QdSy #2 &SVSy &SVVH &SVVHX~YA &SVVHPQYA &QdSy &QdSyPQ %SVSy %SVVH %SVVHX~YA %SVVHPQYA
        %QdSy %QdSyPQ 'SVSy 'SVVH 'SVVHX~YA 'SVVHPQYA 'R! 'QdSy 'QdSyPQ #3 !2+) 6) ;)
        # bcm-recommended-actions #0 !]<Q:
        # bedrock #0 !OAOVO, !OAT- !OAez !OARO_b !OAO@ !W$ !Y]gs !R,SNP9 !R,SN,S0WR !R,SN,OaVZ !R,SN,OaQX !Y` !OCATJ
        !OCS7 !1Q.Tb !1RA !X@Zx* !Q6O< !OET- !OEOBP+ !OEQ@ !OEO@ !V` !YsAQOhT !YsS7 !Zx ![rS7 !PfP^ !S|O< !V7U_ !`H
        !ROT.Y* !RO_b !AQ5O< !AS1O< !AQ6O< !AO+O< !AV7O< !S`a/ !^p !R'AjF !R8 #1 WWSi RJOoXvOr TYXe R-XCQ0 O7R,SN,> Q=O5
        $OA $OAOV/ $OAP6 $OA]x $OAROT. $OAUK $OA> $Y]Q* $R,SN, $R,SN,aq $R,SN,S0OU $R,SN,S0OUReTU $R,SN,`^VH $R,SN,OaPT
        $R,SN,OaRe $R{ $R{Z*O! $R{P[ $OCA $OCAO^ $1Q.Ol $1Q.O! $1O- $Q6. $OBOEO: $OE $OEP6 $OEOB $OE> $YsA $YsASF $Si
        $[rA $Pf@ $S|. $V7R` $ROT. $ROT.Y* $U1AJ $AQ5. $AS1. $AQ6. $AO+. $AV7. $AV7P8* $S` $S`R$ $R'A]R $), $O3 $UAPT+A3
        Q*OA Q*R,SN, Q*OE Q*^KOA Q*A Q*AOoR^OL Q*YU !U1AQ< !2+) Z+S` ]>S` Vv SSOEOQ #2 BOA]x BOAROT. BVLV?ROT. 7%Q6.
        O;R,SN,S0OU Q5R{S@ &OA &OAOV/ &OAP6 &R,SN, &R,SN,OaPT &R,SN,> &R{ &R{> &OCA &OCAO^ &1Q.Ol &1O- &Q6. &OE &OEP6
        &OE> &YsAQO &Si &Si> &Pf@ &V7 &ROT. &U1AJ &AQ5. &AS1. &AQ6. &AO+. &AV7. &S` &S`R$ &S`> &R'A]R &O3 %OA %OAOV/
        %OAP6 %OAUK %OA> %R,SN, %R,SN,S0OU %R,SN,OaPT %R{ %OCA %OCAO^ %1Q.Ol %1O- %X@Si* %OE %OEP6 %OE> %YsAQO %Si %[rA
        %Pf@ %ROT. %ROT.Y* %U1AQO %U1AJ %AV7P8* %S` %S`R$ %R'A]R %), %O3 POU1AJ DOA]x DOAROT. [mO3 XFROT.Y* Q*R{Z*Y]
        Q*R{P[Y] Q*TW Q*1Q. Q*1Q.Y] `pOA `pOE -X@Si* -YsAXA -V7R` -AV7P8* -), -UAPT+A3 OfU1AJ iO VvWVQ= 0R,SN,S0OU
        0R,SN,OaOU 0OEOB 0S|. NQ6. NOEOB NS|. NAS1. NAV7. 'OA 'OAOV/ 'OAP6 'OA]x 'OAROT. 'R,SN, 'R,SN,aq 'R,SN,OaPT 'R{
        'OCAO^ '1Q.Ol '1O- 'OE 'OEP6 'Si 'ROT. 'U1AJ 'S` 'R'A]R 'O3 #3 6) ;) #4 STUBONPu+)
        # bedrock-agentcore #0 !e$ !OAR7Q< !OAR7O@ !OAi` !SwP^ !SwR8 !eb !P&Y=R8 !P&gn !fz !P+ !CQ| !S[ !h; !UKblO<
        !UKSa !]&Q6SI !P9 !,b` !,RCTU !,^B !R8 !2+) VvUKSa #1 SW)OrQt P$SwQ.OL P$SwVhQNOL $OAW( $OAR7 $OAR7J $PdO.T>Ow
        $Sw $Sw@ $SwO3 $P&Y= $P&Y=O3 $^6 $L $C $CP. $UK $UKS) $VqP1T>Ow $]&Q6O$ $, $,R~ $,RC $)PdO. $)VqP1Or $), $OrQn
        $QdO8 !PdO.T>TQ !VqP1T>TQ !QdUt 4OrQnODOI^Q #2 7&UKSa 7%UKSa 7'UKSa &OAR7 &OAR7J &PdO.T>Ow &Sw &Sw@ &P&Y= &^6 &L
        &C &CP. &UK &VqP1T>Ow &]&Q6O$ &, &,R~ &QdO8 %OAR7 %OAR7J %PdO.T>Ow %Sw %Sw@ %P&Y= %^6 %L %C %CP. %UK %UKS)
        %VqP1T>Ow %]&Q6O$ %, %,R~ %), %QdO8 W0 $Qd3Or $Qd3Or+c3V|Q8 $Qd3Or+:P, Q*OAR7 Q*OAR7RM Q*OAR7+: Q*OAR7OoOq[>OL
        Q*OAR7OoOq[>OL+: Q*P&Y= -), d/SwO3@ 0SwO3 0P&Y=O3 0UKbl. 0,RC NSwO3 NP&Y=O3 NR7O3 'OAR7 'OAR7J 'PdO.T>Ow 'SwOL
        '^6 'C 'CP. 'UK 'VqP1T>Ow ']&Q6O$ ', ',R~ 'QdO8 #3 6) ;) #4 STUBONPu+) TGOV Q*C [$P4, [$)ih, hdTGQ: aHCQ|
        # bedrock-mantle #0 RJOoXvOr !Y1 !^@X*O< !S7 !Tb #1 $PC $^@X*. $Pf $A $Ol !2+) #2 Q}Ol O;^@X*. O;Pf &PC &^@X*.
        &Pf &Ol %PC %Pf 'Ol #3 6) ;)
        # billing #0 !O-X.+QZQN #1 $QZ1 $QZPV $QZT7 $QZR! $QZQN $QZQN1 $_wTZ $Za $O4O/OI3V@ $YQS_S) !QZX. !2+) UAO-QN #2
        BO-X. &QZQN %QZQN DO-X. -_wTZ ^xZa 'QZR! 'QZQN 'O4O/OI3V@ #3 6) ;) #4 %), $), -),
        # billingconductor #0 !9OY !TCSMS.OoTC8 !TCP0S.OOTCO~ !OnS.OOOCV9Pp #1 $QZ/SXOT !QZ/SXT* !QZO, !OCV9PpO@ !OCV9S5
        !TCSM !TCP0 !2+) #2 BQr BTCP0 7BOnOOOCV9Pp 7DOnO*OCV9Pp &QZ/ &OCV9Pp &TCO~ &TC8 %QZ/ %OCV9Pp %TCO~ %TC8 DQr
        DTCP0 'QZ/ 'OCV9Pp 'TCO~ 'TC8 #3 6) ;)
        # braket #1 $O) $. $^sG $=T[OgO! $:QOO! !2+) O6Rd O6O< O6^sQ' O6_0Sl #2 P`:QO O;. O;^sG &. &^sG &_0R2 %_0R2
        '_0R2 #3 6) ;)
        # budgets #1 (S/OV (S/OVgN (S/Q:+9 (S/Q:+S/ !2+) QNS/ #2 &S/OV %S/OV SzS/OV O'S/ 'S/OV #3 6) ;)
        # bugbust #0 !P+ #1 $L $Z|LO! !ec !Lca !La5 !Z/O, !R]RP !2+) #2 &L W0Z/O, Z|L 'L 'V~Pp 'V~PpP4 #3 6) ;)
        # cases #0 !PTP0 !VZ+OG !RB !SKPa !Zu !c< !QD #1 7$PT8 7$SK $PT $PTRSP+ $PTL* $H $XH $< !2+) O6VZ O6WHS5 #2
        7-SKPa &PT &PT8 &H &SK &XH &WHPp &< %PT %PT8 %H %SK %XH %WHPp %< -PTL* 'PT 'PT8 'SK 'XH '< #3 6) ;)
        # cassandra #0 !U? #1 $Sa $VI`K $OL X] X]REPj) #2 Xp XpREPj) & &REPj) ^0 ^0REPj) O' O'REPj) P3 P3REPjI 'he #3
        6REPj) 6) _<6REPj) ;)
        # ce #0 !X~R5Xq !SXWT6_]Q7 !SXWT2 !SXUCQu !SXUC)OY !TeSMR5P[RC #1 (SXUCOQ (OtOS (OT $]g $QxZ& $QxSb $e8PQSa
        $X~R5P; $T=OV4X@ $SXWVPQ $SXWVPQf! $SXWVPQOoOn $SXYc $SXe~fe $SXS! $Y)Ub $R! $QaZ` $QaR5P[ $QaZF $iYP[
        $TeO~R5P[PV $TeSMZ` $TeSMR5P[ $TeSMZF $TeSMZFPV $2 $PQS! !2+) #2 &QxQ{ &QxOS &SXUCOQ &OtOS &OT %QxQ{ %QxOS
        %SXUCOQ %OtOS %OT i)QxSZ 0X~R5P; 0SXWT6_] 0TeSMR5P[RC 'QxQ{ 'QxOS 'T=OV4X@ 'SXWT2O! 'SXUCOQ 'OtOS 'R! 'OT #3 6)
        ;)
        # chatbot #0 !OCQ: #1 (]wWQOs (T9MOs (T9R| (T9:Ut (T9Ss $9R! $OCOV $VoVKM* $VoVKVqRZ $T9VqRZ !OY !VoVKMOs
        !VoVKQFVK !VoVK:Ut !2+) #2 BOO* &]wWQ* &OCOV &VoVKM* &T9M* %]wWQ* %OCOV %VoVKM* %VoVKQFT: %VoVK:O8 %T9M* %T9:O8
        %T9P%RT DO** ^xVoVKVqP& ^xT9VqP& '9R! ']wWQ* 'OCOV 'VoVKM* 'T9M* #3 6) ;)
        # chime #0 !9PQOT1 !Qr !PdRl !E5aj !E5Xw !E5:Q< !E5QE !EO_ !X72 !au !V,PNORTd !Xw !ODO%QCO[ !]uTd !MeQ !MV` !MVn
        !MVn+E5: !MhC !R| !R|S.OoMOE !R|cROZE5: !bM !Ze !RB !O, !Ph[WVs !PhPgOeOs !PhOeV8]ZOLU} !PhVs !VmP+ !Vm2 !cM
        !cMOT1 !QRQeYC !QRUP !QkR8 !S=Vn !a. !U>PhQY !U>P0 !_2R| !XdQRQef< !QE !PNORO, !PNORV'Rc !PNUF !PN@RB !PNP^ O6R|
        #1 (E5 (E5P4 (E5P? (E5: (E5:J (M (M_` (MOE (MQ` (MQ`+E5: (McROZE5: (M`[ $9 $9) $9O0 $9OoS9P,O$ $E5RwO0 $E5QKOs
        $X7 $P? $ODO%QCO[ $MQ`R! $MO| $MO|O! $H $P+* $Q]O0 $Ph[WOe $PhPgOe* $PhOe $PhOeV8]ZOLOx $Vm $Vm^, $^WO3J $^WQKOs
        $QRQe $QRQeU2 $QRQeO0 $QkO3 $RwO0 $S= $U>Ph? $U>Ph?_MT+* $U>Ph?P8* $U>8 $XaO6G $j>Sl $: $:S-OT1 $:OZO{ $:O0
        $PNOR $PNORZo]u* $PNORRWZB* $PNOR/ $PNORP8* $PNORZ- $PNORQk $PNORQK* $PNORV' $PNORV'R0 $PN@ $PN@H $PNaPP;G !MUL
        !2+) Vv1U. O6V,QRUP SS9) SSQpdyW!W!PS #2 P`X< TTQE O`H O``d'O, BMOE BQRQeOo: BQRUPOoPNOR BQRUPOoPNOR/ Bd;X<O,Oo9
        BPNORP$ TGPv 7&X7 7&MQ` 7&S=Q` 7%QRQe 7[B: 7jj: 7'X7ZWf} 7'QRQe 7': MOE]t P$ P$Pv &9 &PdO. &E5 &E5P4 &E5P? &E5:
        &X7 &P? &ODO%QCO[ &M &M_` &MOE &MQ` &M`[ &P$SUOR &P$RJRhOR &Ph[WOe &Phf(Oe &PhPgOe &PhPgOe* &PhVhOROe
        &PhOeV8]ZOLOx &PhOLOe &Vm &VmbTV; &VmOoau &QRQeU2 &QkO3 &S= &S=Q` &U>Ph? &U>Ph?RJ &U>8 &: &PNOR &PNOR/ &PN@
        &PN@H %9 %9S9P,O$ %PdO. %E5 %E5P4 %E5P? %E5QKOs %E5: %X7 %ODO%QCO[ %M %M_` %MOE %MQ` %MO| %M`[ %X< %H %P+* %O,
        %Ph[WOe %PhPgOe* %PhOe %PhOeV8]ZOLOx %Vm %^WQKOs %QRQe %QkO3 %S= %S=Q` %U>Ph? %U>8 %PNOR %PNORZo]u* %PNORRWZB*
        %PNOR/ %PNORZ- %PNORQk %PNORQK* %PNORV' %PN@ %PN@H POE5:J DMOE DQRQeO*: DQRUPO*PNOR DQRUPO*PNOR/ Dd;X<O,O*9
        DPNORP$ YjPv Y~X< Y~QE Y~QEO*Ow cA: -E5RwO0 -E5QKOs -E5:ZrO0 -MZrO0 -MQ`R! -P+* -^WQKOs -RwO0 -U>Ph?_MT+*
        -U>Ph?P8* -PNORZo]u* -PNORRWZB* -PNORP8* -PNORZ- -PNORQk -PNORQK* -PNORV' ^wMO| ^wT/O| ^wS=O| iAO=Or OfE5:J ^{9
        [1X< Ql9) Ql^hP-O4S] P3QRQe OdMO| 01O7 0VmU@ 0XaO6G 0PNaPP;G NVmU@ NXaO6G NPNaPP;G ThV%OX [BQE dcPv '9 '9S9P,O$
        '9) '9O0 'E5 'E5P? 'E5: 'E5:J 'X7ZW 'P? 'ODO%QCO0 'M 'MOE 'MO| 'MQWcG 'Q]O0 'PhPgOe* 'PhPgOeO! 'PhOeV8]ZOLOx
        'QRQe 'QRQeO0 'QkO3 'S= 'S=Q` 'U>Ph? 'U>Ph?RJ 'U>8 'XdZ~ ': ':Z~ ':O0 'PNOR 'PNOR/ 'PN@ 'PN@H #3 6X7 6Vm 6) ;X7
        ;Vm ;) #4 %PNORV'Rc -PNORV'Rc
        # cleanrooms #0 !P;QD !RVP;QD !RVQ4RP !RVQFSEAOY !RVP,QIOY !RVWES/QD !RVWE]q !ey !QFSEAOY !QFIOY !QFSr !P,Q^Sr
        !P,QIOY !Q_ !Vn !WES/QD !WE]q !VtO< !VtTw !Vy !2+) #1 7$RVP;< 7$PP 7$PPP;8 $P;< $RV $RVP;< $RVQ4OX $RVQFSEAO1
        $RVP,QIO1 $RVWES/< $QFSEAO1 $QFI $QFIP;8 $QFIO1 $QFIO1P;8 $P,Q^I $P,QIO1 $Q` $WES/< $Vt. $VtO5 $PP $PPP;8 UzRV
        UzQ` T$WEc! #2 &P;< &RV &RVQ4OX &QFSEAO1 &QFI &QFIP;8 &QFIO1 &QFIO1P;8 &P,Q^I &P,QIO1 &Q` &WES/< %P;< %RV
        %QFSEAO1 %QFI %QFIP;8 %QFIO1 %QFIO1P;8 %P,Q^I %P,QIO1 %Pi %Q` %WES/< hsP,Q^I 0Vt. 0VtO5 'P;< 'RV 'RVQ4OX
        'QFSEAO1 'QFI 'QFIWUb8 'QFIP;8 'QFIO1 'QFIO1P;8 'QFIT8 'P,Q^I 'P,QIO1 'Q` 'WES/< 'Vt. 'VtO5 #3 6) ;)
        # cleanrooms-ml #0 !SEO7O< !SERCO< !SES7 !RVQFAV*OY !RVOIO2Q!R| !RVUaAO7O< !RVUaAPfO< !RVUaS7 !QFSES7 !QFAV*OY
        !QFAam !OIO2Q!R| !2+) !UaAPfO< !UaAO@ !UaS7 !SdW^ #1 $SERC. $SEA $RVQFAV*O1 $RVOIO2Q!M $RVUaA $QFSEA $QFSEA,
        $QFAV* $QFAV*O1 $OIO2* $OIO2Q!M $UaA $UaAPf. $SdP< #2 O;UaA O;UaAPf. &SEA &QFSEA &QFAV* &QFAV*O1 &OIO2Q!M &UaA
        &SdP< %SERC. %SEA %QFSEA %QFSEA, %QFAV* %QFAV*O1 %OIO2* %OIO2Q!M1 %UaATO %SdP< -OIO2* 0SEO7. 0SERC. 0UaAO7.
        0UaAPf. 'QFSEA #3 6) _<6) #4 -QFSEA,
        # cloud9 #1 &O9Or (QpODP1VE (O9Vn (O9O! (T2 (O(O(Q)VE $O9O$ $O9O0 $Q`O0 $QB`4 $:PLO. $:O0 !T2 !2+) #2 TTQpODP1VE
        &O9QpODP1 &O9Q` &O9O(O(Q) %O9 %O9Q` O'aJRcSnO9QpODP1 'O9 'O9Q` 'O9O0 'Q`O0 'O(O(Q)VE ':O0 #3 6) ;)
        # clouddirectory #0 !_TPP]j !fSPP]j !Ze !OcPP]j !]7PP]j #1 7QW $_TPP> $Pv $Uq $PKOj $OMOj $OMTZ $PPW&c5
        $X,PKUqTZ !W'^I !UqOj !UqXO !gZX,Wp !P~ !OMOj !OM_n !OMYD]- !OMc` !OMP9 !c]X,Wp !,VW !2+) !X,PKUqOj !X,PKUqXO
        W<, #2 O`UqOOOM WWPP QsOM Qs, QsOOP~ QsX,PK 7Ud &Pv &Uq &P~ &OM &PP &X,PKUq %Pv %Uq %OM %PP %X,PKUq Q~O*P~ Q~OM
        Q~, Q~X,PK OpPv OmPv SqPP -PPO*c5 OyUqO*OM 'Uq 'PKOj 'OMOj 'PP 'X,PKUq Ti_TPP Ti]7PP #3 6) ;)
        # cloudformation #0 (X! !UfW7QX !Q4P| !U. !XCQD !W7QX !Zz !)QhWHOn !)QhOn !)[: !PX5)^/ !PXO_ !PX^yQ: !PXi? !PXOn
        !PX4Q-O^Q| !PX4R3QX !PX4So !PXP| !X! !OWZ2 !OWO@ !Pc #1 7(OWOs (9Sl (Q44 (Q44`B (P+ (XC< (US3 (cr ()Qh (PXZiP}O!
        (PXP+ (PX5 (PX^y (PX) (PX)^/ (PXOn (PX4 (PX4R3 (OW (OWPs R-PXZi R-PX)Zi R-PX4Zi Sy<SX $XC< $W7Re $) $)OXO! $PX,
        $< $<Qi !)RP !On SS< #2 TTUS3 TTOW O;)OX O;'PX _v'W| &Q44 &XC< &) &PX &PXO_ &PX^y &PX4 &PGO[ UkUS3 UkOW %Q44
        %XC< %) %PX %PXO_ %PX4 POOW SzQ44 SzPX^y O+X!OOPX4 SqOW S)gIWy Ofcr OfOW W|PX 4OW* 4OWP]> T{) 0)Qh NPX4R3 OaOW
        'XC< ') 'PX 'PXO_ 'PX4 'V'Qg #3 6) ;) #4 4PX,
        # cloudfront #0 !ZIPoUI !P@P9 !Q/W3Qf3Ut !f+T- !O&Yv !O&O, !W,O^P9 !Q1[D !Q1[DOZS1 !UG !UGOZZIPo!P, !UGOZP@,P,
        !UGOZO&P* !UGOZO&^Z !UGOZO./ !UGOZU0P* !UGOZQfOX,P, !UGOZW{ONO$ !UGOZR^Y4,P, !UGOZQLP> !UGOZOFQfP,
        !UGOZOqO/ODO2P, !H]| !SKR<PnSI !SKR<PnP^ !Yv !c1 !c1+Q1SQ !O.O, !O.SeWM !Qf3U) !QfOXP9 !PLRl !T'b* !W{ONSI
        !R^Y4P9 !TeSM !QKUG !QLWM !dg !OFcZ #1 (O&P* (P* (O.SeP> $ZIPo! $P@, $P@,O$ $Q/W3Qf3O8 $Q/W3Qf3O8O$ $O&P* $O&/
        $O&/OZP_J $W,O^, $W,O^,O$ $Q1 $Q1O$ $Q1SQ $Q1SQOZH $SKR<Pn $SKR<PnO$ $SKR<Pn@ $SKR<Pn@O$ $P* $^O $^O+Q1SQ $O./
        $O./O$ $OcOPPV $SmOS $Qf3P5 $Qf3P5O$ $QfOX, $QfOX,O$ $PLO. $PLO.O$ $W{ONO$ $), $R^Y4, $R^Y4,O$ $TeO~ $QKQ1
        $QKQ1O$ $QLP> $OFQf !2+) SfW.* #2 BP6 BQ1SQOqO/ODO2 BQ1OqO/ODO2 Q5Q1 &ZIPo! &P@, &Q/W3Qf3O8 &O&P* &O&/ &W,O^,
        &Q1 &Q1SQ &SKR<PnO$ &SKR<Pn@ &P* &^O &^O+Q1SQ &O./ &O.SeP> &SmOS &Qf3P5 &QfOX, &PLO. &W{ONO$ &R^Y4, &TeO~ &QKQ1
        &QKQ1Oo2 &QLP> &OFQf %ZIPo! %P@, %Q/W3Qf3O8 %O&P* %O&/ %W,O^, %Q1 %Q1SQ %SKR<PnO$ %SKR<Pn@ %P* %O./ %O.SeP>
        %SmOS %Qf3P5 %QfOX, %PLO. %W{ONO$ %), %R^Y4, %QKQ1 %QLP> %OFQf DQ1SQOqO/ODO2 DQ1OqO/ODO2 SqO&P* SqP* -), OaO&P*
        OaP* 'ZIPo! 'P@, 'Q/W3Qf3O8 'O&P* 'O&/ 'W,O^, 'Q1 'Q1SQ 'Q1OoaCO$ 'HO1 'SKR<PnO$ 'SKR<Pn@ 'P* 'O./ 'O.SeP>
        'Qf3P5 'QfOX, 'PLO. 'W{ONO$ 'R^Y4, 'TeO~ 'QKQ1 'QLP> 'OFQf #3 6) ;) #4 STUBONPu+)
        # cloudfront-keyvaluestore #0 !Rl #1 (O.SeP> $O. #2 %O. -O. 'Rl
        # cloudhsm #1 (VX (Rb $), !2 #2 Q5P!OOPj &F &Y8 %P! %F %Y8 %), ^JF O'P!Oj O'F -), P3P! #3 6) ;)
        # cloudsearch #0 (RB !HXO #1 (P;ig (SFPa (HJPa (bj (P~Zu (P{RZ (=3P9 (dO !2 k1 k2 #2 S0dO &H ^(P;d1 ^(Yn ^(P~SK
        ^(dN %P;d1 %H %Yn %P~SK %dN P~Y* 'SFPa 'HJPa 'P{RZ k0 #3 O`2 Oy2 #4 '=3P9
        # cloudshell #0 (T2 #1 X6RM $O9O! #2 &O9 &O3 %O9 $PCUo_? $PCPG_? -Rc 0O9 NO9
        # cloudtrail #0 !R| !W] !L1WM !Zz !Pg1 !Tw !=T[R| !d^ #1 (O5 (d^ Q=O5QXQi $M $Qj $L* $L1P> $L1P>1 $L_* $O+ $S4_*
        $O5QX $), $=T[M $]V $]VO! !O+bp !PLRl !2 W<P+ O6WJTw #2 O;O5 &M &Qj &L1P> &=T[M &]V %M %Qj %L1P> %), %=T[M %]V
        POO]UlP4 OpYq OmYq Q=O5 -L* -L_* -S4_* -), OfO]UlP4 P3L1P> 0QjR@ 0L1P>S| 0O+ 0P8 0O5 NL1P>S| NO+ NP8 'M 'Qj
        'L1P> '=T[M ']V #3 O`2 Oy2
        # cloudtrail-data #2 -RSP+
        # cloudwatch #0 !R&^[P0 !W] !R.+PF !PFU? !Pw !=R<`` !S? !2+) #1 7$=R<g]OT 7$=R<WAS/OT (R&Q7 ([Q ([Q+PF (QxX=
        (S4P0 Q=O5 Q=O5QXQi $R&^[8 $Qj $S48OT $PF1 $PFQ> $PFOL $PFk)O> $= $=1 $=R<WA $[GSxO! $[GT@ !OcS4P0 #2 &=R<WA
        %R&^[8 %[Q %QxQ[ %W] %S4P0 %PFOL %=R<WA OpR&Q: OpS4P0 OmR&Q: OmS4P0 Om[GSx PK -R&^[8 -QxQ[ -YeR& -Qj -S48
        -OcS4P0 -PFR& -PF1 -PFOL 4R&PJ 0PFU? NPFU? '=R<WA #3 6) ;)
        # codeartifact #0 !WUU9+/ !S.U3 !RB !OvO, !Ov>TU !Ov>[h !OvO@ !U3 !U9 !U9PzH !_2OvO, !2+) #1 (H (Ov (Ov/ (Ov>
        (P' $S.Ov/ $RTOr $HO}, $Ov>P2 $Ov>i5 $P'J $P'O}, QWO*P' #2 BRWO& BOofcP' Q5OvO@ &H &Ov/ &P' %H %Ov %Ov/ %OvO@
        %P' DRWO& f_OvO@ SqOv> -HO}, -OvOJ -OvQf* -P'O}, 'Ov/ 'Ov/Qf* 'OvO@O! 'P' #3 6) ;) #4 %HO}, %P'O},
        # codebuild #0 !S0ZM !S0ZM+Ol !Yb !Yb+Ol !RMQ@+U[ !_tQ2QtQr !fDO9T4 !Tp !Tb !OTO, !T* !T*+OT/ !U9 !a3 !a3+Ol
        !TgTb !TgOTO, !O-Rc #1 7$S0ZM 7$Yb 7$RMQ@ 7$Tp 7$Tb 7$OTO, 7$T* 7$a3 (P&_z (OaVZ $OT/da $), #2 7%Yb 7-P&_z
        7-OaVZ &Oh &Ol &OT &OT/ &WQ %S07 %Oh %Q2QtOr %Ol %OT %OT/ %WQ c0OlP@ hmQ2QtOr YKS0 YKS07 0S0 0S07 0RMOB 0U[
        0U[O& NS0 NS07 NU[ 'Oh 'Ol 'Ol[J 'OT 'OT/ 'WQ #4 %), %O-Rc O+O-Rc -),
        # codecatalyst #0 !Qz !UsWI+O& !O8RpQY !O8RpQY+TE ![?+O8Rp? #1 $QZRT $O& $O8Rp? $U5O& !2+) #2 P`O& BUsOgOOO&
        BO8Rp?OOTE BO8OOO8Rp? 7BUtOOO8Rp? 7DUtO*O8Rp? &O8Rp? &TE &TEP4OgRz %O& %O8Rp? DUsOgO*O& DO8Rp?O*TE DO8O*O8Rp?
        -QZRT QJO& aHO8Rp? 'O8Rp? #3 6) ;)
        # codecommit #0 !R+8QD !S.R+8QD+P' !ZR !PCW*Q7 !R]RP !U9 !U9+R+8< !2+) #1 7(Ts]| 7$b9 7$R]RP 7$U9 O;PGQ} (Ts]|
        (R]OXP+ W0R]OXR+P0 $R+8< $]o $Xx $UD $UDi2 $[^+b;W* $[^+R]OX $W* $W*Q7 $b9O*TsT. $fX $PC $S2 $TsW* $Ts]| $TsPa
        $OMW8 $R]OX $R]OXR+X$ $R]OXT!PJ $YI $P' $P'ZE $d` $PGQ}O! ^DR] #2 BR+8<OoP' 7BR+8<OoU9 7DR+8<O*U9 &R+8< &Xx &W*
        &R]OX &R]OXR+8 &P' &jhTsW* %R+8< %Xx %UDQ0 %PC %R]OXR+8 %P' DR+8<O*P' ^DYH TsZROZY0bv TsZROZdB TsZROZdWdo
        TsR]OXOZY0bv TsR]OXOZdB TsR]OXOZdWdo T!R]OXR+P0 UXUD+b;W* UXUD+R]OX UXUDd$ -UDi1 -PC -P'ZE OaP'ZE 'R+8<Q0
        'R+8<Zd 'R+8<S% 'UD 'P]Xx 'R]OXR+8Q0 'R]OXR+PJ 'R]OXZd 'R]OXO! 'R]OXjK 'P'Zd 'P'PnO. 'P'S% PGQ} #3 6) ;)
        # codeconnections #0 !Qz !Y7 !Y;Q| !P'Wp !P'PBQu !PBOs !2+) #1 $O& $O&Or $Sj $Y}3Or $Y;QM $P'PK $P'PBO! $)PBO!
        $PBZOQi $PB* UzO& UzP' OfEP& 0EPsVd 0Q2QtVd UAO& #2 &O& &Sj &P'PK &PB* %O& %Sj %P'PK %PB* 'O&Y; 'Sj 'P'PK 'PBZO
        'PB* #3 6) ;)
        # codedeploy #0 $? $?U: $O^ $O^O$ $O^/ $O^5 $SnYF5 !?XY !QY !O^SI !O^O, !O^O_ !O^Q| !TJ !^DRj9OrXO !SnYFO_ !2+)
        #1 7$?XY 7$QY 7$O^O, 7$O^O_ 7$O^Q| 7$TJ 7$SnYFO_ $O^P. #2 _vO^ &? &Q/V4O^ &O^ &O^O$ &O^/ %? %O^O$ %O^/ %^DRj9Or
        %OnOZRWP, POSnYF5 -PqLW7OBO! Of?U: OfSnYF5 i~j~RR+5V' NO^ '? 'O^/ #3 O`2OOSnYFO_ Oy2O*SnYFO_ 6) ;)
        # codedeploy-commands-secure #1 $O^_/ WCSjRM #2 -SjRMd~ -SjRMSW
        # codeguru #1 $P&gHWeTFQi
        # codeguru-profiler #0 7$bwPF1 !Q(T* !@jJ !Z/O, !2+) #1 (Z// $Q(OT9Qi $Ot* $, $@ $Px #2 O`OtR| X;OA &Z// %Z//
        UXOA@ OyOtM ThSZ 'Z// #3 6) ;) #4 -Oi OyOi
        # codeguru-reviewer #0 !P&_% !P[SZ !Px !P'OY !2+) #1 &O&Or (P&R6 (P[SZ (P'O1 $Pw1 !VLV?U9 #2 BP' &P&R6 DP' -P[SZ
        #3 6) _<6)
        # codeguru-security #0 $Q( !Q( !Q(Pw ![: #1 7$Q( $9* $PwQi $Qh !2+) #2 &Qh &PGQM %[:OZUC '9* #3 6) ;)
        # codepipeline #0 !OeQ@ !Vs !dp #1 $OVOW $.PV $Oe $OeOB $OePJ $VLV?.PV !OVQ@ !OVPc !`$OVOBQ| !8Q@ !8Pc !2+) #2
        [N. [NVLV?. &OCOVOW &Oe %OCOVOW %Oe %WQ POWQOoVLV? OpS@aT OmS@aT T!S@_s WC+O< WC+VLV?O< -OVU: -R+Re -.ZsRe
        -.]PRe -VLV?.ZsRe -VLV?.]PRe -WQ OfWQOoVLV? YKS@OB W|S@ 0OeOB NOeOB 'OVOW 'Oe #3 6) ;)
        # codestar #0 !Tb !On !2+Ol !T:Q_ !:P^ Sf=Og #1 (Ol (:@ $^<3 #2 &:@ %^<3 %:@ -^<3 'Ol ':@ #3 6Ol ;Ol #4 BT:Pi
        &Ol %Ol DT:Pi 'T:Pi
        # codestar-connections #0 !Qz !Y7 !Y;Q| !P'Wp !P'PBQu !PBOs !2+) #1 $O& $O&Or $Sj $Y}3Or $Y;QM $P'PK $P'PBO!
        $)PBO! $PBZOQi $PB* UzO& UzP' OfEP& 0EPsVd 0Q2QtVd UAO& #2 &O& &Sj &P'PK &PB* %O& %Sj %P'PK %PB* 'O&Y; 'Sj 'P'PK
        'PBZO 'PB* #3 6) ;)
        # codestar-notifications #0 !LPc !OtP0 !2+) !Q| #1 (Ot8 #2 &Ot8 %Ot8 %P. Xc [H 'Ot8 #3 6) ;)
        # codewhisperer #0 !S1O} !S1O@ !_| !P^ !2+) #1 Q=Px $S1 #2 BS1Oi &S1 &@ %S1 %@ DS1Oi 'S1 '@ #3 6) ;) #4
        STUBONPu+)
        # cognito-identity #0 !Ut !O8U} #1 (O8 (O8Ox $Rc+O8 $O8OxSU $O8OxbGSU $O8OxWI $O8OwbGSU $S9P,Or $S9P,Or+^-O8
        $S<6PDT@ !2+) W<^-O8 #2 4S<6PDT@ #3 6) ;) #4 &O8Ox %Ut %O8Ox $P, Ts^-Ut 4O8OxWI _>^-O8 _>O8 'O8Ox
        # cognito-idp #0 P4!Rd P4!O,+: !Rd !O, !O8TQ !)U= !On+OqO/ODO2 !2+) !X& !:O+O< !:OxP7_) !:Oxb3 !:U} !QE !QEPz/
        #1 P4$O) P4$: P4!:QtP+ (O8Ow (OcUJXy (OcUJXyOZP7 ()Ou ([7* (X& (:O+. (:Ox (:OxP7 (:OxH $ODO(P:gJ $O) $/
        $O8OwOZW8 $ONPu* $R(OP $SBO4S1 $: $:PDRHP& $:OxXLO$ $OqO/ODO2+) #2 O`OCOj O`:OxP7Tf P4O`:OO/ P4UiX`aZ P4&: P4%:
        P4%:Oj P4OpOw+: P4Op: P4Om: P4`9O) P4UHQt P4PKOw+: P4Oy:O*/ P4Ql:TP P4[5OOQtX| P44:OIQAO/V@ P44:TP P44:O0
        P4'QtLSZ P4'O)O! P4':Oj P4:Q]X`V; BRQOr BOqO/ODO2 Q4TP UiO) UibuTP UiX`aZ &/ &O8Ow &OcUJXy &)Ou &X& &:O+. &:Ox
        &:OxP7 &:OxH %/ %O8Ow %OcUJXy %)Ou %X& %: %:Oj %:Ox %:OxP7 %:OxP7Tf %:OxH DOqO/ODO2 `9O) buTP $XeO*R@Or Q]X`V;
        UHQt ^~f*P& [5OOQtX| S*Or 4ONPu* 4[7* 4SBO4S1 4:OIQAO/V@ 4:OxXLO$ 4:O0 X`aZ 0:O+. N:O+. 'QtLSZ 'O)O! '/ 'O8Ow
        'OcUJXy ')Ou 'X& ':Oj ':Ox ':OxP7 ':OxH SfRQOr Sf:PD #3 6) ;)
        # cognito-sync #0 !W^ #1 (P< (O8OxPQ (O8PQ $U(SqPV $b6P+ $O8Ox* !O8OxPQ !Sa O5Sa #2 U(Sq %P< OfO) 4b6P+ 4P<*
        4O8Ox* XcOOP< [HO*P< 'Sa
        # comprehend #1 7R-ZhWo 7R-R. 7R-O.[( 7R-Vz 7R-dR 7R-[CVz evPe f2[)R. (P< (PeV1. (PeX: (ZhWoP}. (J (R.P}. (Q?];
        (P+P}. (Yr (Yr`J (O.[(P}. ([)R.P}. (), (VzP}. ([CVzP}. (YVP}. R-ZhWo R-R. R-O.[( R-[)R. R-Vz R-dR R-[CVz R-jLQ0
        !W^ !PeV1O< !PeX:SA !Peb1 !ZhWoP}O< !Q< !R.P}O< !Q?];SA !Q?i= !P+P}O< !Yr`JQ7 !g5 !O.[(P}O< ![)R.P}O< !VzP}O<
        !2+) ![CVzP}O< !YVP}O< #2 &P< &PeX: &J &Q?]; &Yr %PeX: %J %Q?]; %Yr %), O+A -), 0PeV1. 0ZhWoP}. 0R.P}. 0P+P}.
        0Yr`J 0O.[(P}. 0[)R.P}. 0VzP}. 0[CVzP}. 0YVP}. NZhWoP}. NR.P}. NP+P}. NO.[(P}. N[)R.P}. NVzP}. N[CVzP}. NSdPeX:
        NSdQ?]; 'J 'Yr #3 6) ;)
        # comprehendmedical #1 (R.P}P:P1. (O4ODO%W!ZGODOIPf. (P-Q)O4P}. (]E]%Pf. (O(S]Q2OIQpO%ODQ8Pf. R-R.P:P1 R-P-Q)O4
        `DO4ODO%W!ZGODOI `D]E]% `DO(S]Q2OIQpO%ODQ8 !R.P}P:P1O< !O4ODO%W!ZGODOIPfO< !P-Q)O4P}O< !]E]%PfO<
        !O(S]Q2OIQpO%ODQ8PfO< #2 0R.P}P:P1. 0O4ODO%W!ZGODOIPf. 0P-Q)O4P}. 0]E]%Pf. 0O(S]Q2OIQpO%ODQ8Pf. NR.P}P:P1.
        NO4ODO%W!ZGODOIPf. NP-Q)O4P}. N]E]%Pf. NO(S]Q2OIQpO%ODQ8Pf.
        # compute-optimizer #0 (P[O7O< $Q-P{/Px $QpOKO(Q3Px $QpODP15Px $QpODP1P[`uPw $QpODO(=P[`uPw $QpODO(=Px $V3O!
        $V3X%+O] $b~Px $U0P*Px $Q$Px $QCO%O(QGP[`uPw $QCO%O(QGPx $P[SA #1 $W/P[R! $P[R! #2 %P[R! O7Q-P{/Px O7QpOKO(Q3Px
        O7QpODP15Px O7QpODO(=Px O7b~Px O7U0P*Px O7Q$Px O7QCO%O(QGPx -P[R! 'V3O!
        # config #0 (Xo[R (O$P0 (*_L (UE^b (PuR| (O]O$P0 (O]UE^b (U5XoRP (XXOs (XX^8 (RwOs !VTUnOn !*c| !UEV=R}a5 !UnOn
        !)Ym !_1Tw #1 7$VT)O$ 7$)O$ bOO$O: (VTR}OZO$P0 (VTR}OZUE^b (R}OZO$8 (R}OZ) (O$8Q6O! (*W%RAO! (*Z1O! (*c| (UEV=R}
        (UEV=O! (PuMO! (O]O$8X% (O]UEV=X% (XXOBO! $VTR}PVOZO$8 $VTO$8R}Qi $VTUEV=R}Qi $VTUn)^! $VT)O$ $R}PVOZO$8
        $R}PVOZ) $R}QiOZO$8 $R}QiOZ)OW $UEV=R}PV $UEV=R}Qi $OC8, $Un)^! $O]O$8`'O! $O]UEV=`'O! $O]OC8, $)O$Q7 $)Q6Qi
        $_1O5 !2+) X]VT)O$ X])O$ #2 B)Pc %XoRT %O$8 %*W% %*Z1 %UEV= %PuM %Q6QX %O]O$8 %O]UEV= %U5XoOX %XX* %XX^8 %)O$
        %Rw* %=T[*Z1 %_1O5 D)Pc -XoRT -O$8 -*W% -*Z1 -UEV= -PuM -Ym -RWQ6 -O]O$8 -O]UEV= -XXOs -XX^8 -)O$ -Rw* -=T[*Z1
        -_1O5 0O$P0Q6 0*Z1 0XXOB 0)Q6 N*Z1 #3 6) ;)
        # connect #0 7$OEO1 $Q9Q1 !OAX% !SU1OY !SU1R11P| !_UcZ !S.Y& !SuP^ !Xw !OGYm !OGOEUyT- !OGOEUyO@ !OGOE`] !OGOEO@
        !OGV` !OGYI !1IOj !1IXVUb !1IUb !1Sr !P]_B !Q?O=P^ !Q6TqO@ !Q6^A !OEOY !UrS_R3]( !UrS_So !5Oj !5PASI !O_ !ObOY
        !U0Yv !`PXw !QRUP !QRUPP:P1 ![,Oj !^p !PIO{Tk !PIT&Z^ !U~ !T&Z^ !W{OGP;Z=P:P1 !P_@h8RzU~ !P_@U~ !P_P^ !P0 !O=Rl
        !O=@QY !O=@OE`] !O=@O} !O=P^ !GQD !Q9Q1/QE !Q9Q1O, !UAVZ !:XDO, !:^o !QE !QNO@ !X. !P%Ph !P%]* !Ss O6V,QRUP O6)2
        O6_B #1 7(1ISe 7$W'PCOJ (OAO! (Su@ (OG (OGQ6 (OGOE (OGOEUy (OGOEUyP6 (1I (1IPD (O{PS (Q6Tq (`8^jYMOb (UrS_R3
        (UrS_R3T! (5 (5PD (5PAO$ (Ot (QRQe ([,PD (S` (PI (T&P$ (P_@ (8 (O=@ (Q9Q1/ (: (:XD/ (:XDdJ (QN (SC (P% W01IUb
        $W'PC $OGOj $OGPw $^$PF1 $^$:1 $W/UrS_So $YqOr $OEO1 $PF1 $PF1P:P1 $S`PC $G< !T7 !W{OGP;Z= !2+) !:T7 O6OAX%
        O6OGYm O6OGOE`] O6OGV` O6Y& O61Sr O6O{Tk O6Q6^A O6UrS_R3]( O6UrS_So O6T7 O6[,Oj O6^p O6U~ O6T&Z^ O6P_P^ O6O=P^
        O6:XDO, O6QE O6X. O6P%OY O6Ss #2 TTQ6Tq P4$Zo3Or BSU14 B_UQf BP? BOGOo: BSYP^H BP]SC BO{PSP6 BOE B5PAO$ BU0P*
        B`PP? BQRQeOGOE BPIO{Tk BPIT&Z^ BP_@U~ BO=O. BO=P^ BQ9Q1/: B:^o BP% 7BSU14 7&1ISe 7%1ISe 7DSU14 7-OG 7'1ISe
        X9QRQe SWW'PCPG &OAO! &Su@ &OG &OGOE &OGOEUy &OGOEUyP6 &OGOEUy> &OGOE> &1I &1IPD &O{PS &Q6Tq &UrS_R3 &UrS_R3T!
        &5 &ObO1 &Ot &Wu &^gOGO1 &[,PD &S` &YHOtPs &PI &T&P$ &P_@ &8 &O=@ &G< &Q9Q1/ &UAPT &: &:XD/ &QN &QN> &SC &P%
        &P%UT UkQ6Tq %W'PC %OGQ6 %OGOE %OGOEUy %OGOEUyP6 %OGOEUy> %OGOE> %1I %1IPD %O{PS %Q6Tq %UrS_R3 %UrS_R3T! %5
        %ObO1 %Ot %[,PD %S` %YHOtPs %PI %T&P$ %P_@ %8 %O=@ %G< %Q9Q1/ %UAPT %: %:XD/ %QN %QN> %SC %P% %P%Ph %P%UT DSU14
        D_UQf DP? DSYP^H DO{PSP6 DOE D5PAO$ DU0P* D`PP? DQRQeOGOE DPIO{Tk DPIT&Z^ DP_@U~ DO=O. DO=P^ DQ9Q1/: D:^o DP%
        f^:OG O+QRQe O+P%Ph Q{OG YEOG -:O! VDQRQe Vu5 V!OG V!OGWG OdRqObL OdObL OdR?RqO| OdR?O{ 0W'PCPG 0RqOG 0OGQ6
        0OGPhVA 0OGWG 0OGQK 0O{OG 0`8^jYMOb 0R?RqOG 0R?O{OG 0R?PNOG 0a7VJ 0GOG 0OqQCQ8ODOG NOG NOGPhVA NOGWG NOGQK
        N`8^jYMOb ThOGQ6 [BOGWG 6OG RhOG ;OG 'OAO! 'Su@ 'OG 'OGOj 'OGQ6 'OGOEQ0 'OGOEOJ 'OGOEUyP6 'OGOEUyQ0 'OGOEUyOJ
        'OGOES% 'OGP_1 'OGPM '1IPD '1IOJ '1IXVUb 'O{PSOJ 'Q6Tq 'UrS_R3 'UrS_R3T! '5PD '5PAO$ 'OtQ0 'WuSu 'WuOgO$ 'QRQe
        'QRQeOJ '[,PD 'S` 'PIUrS_R3 'PIcLY& 'PIS% 'PIR?_hO$ 'PIR?O{O$ 'PIO! 'T&P$O$ 'T&P$S% 'P_@OASFaO 'P_@Y$ 'P_@P]R?PI
        'P_@S% 'P_@U~ '8 'O=@ 'G< 'Q9Q1 ':XD ':XD/S% ':XDdJ ':O8Rk ':OtO! ':QRO$ ':^o ':P_@ ':O=P^ 'QNQ0 'QNOJ 'P%OJ
        'P%UT 'P%T; 'P%[J #3 6) ;)
        # connect-campaigns #0 !ZU !P$5U/ #1 (QS $QSPJ $QSPJ7 $P$5O$ $5W+Sl $5^`.O! !2+) #2 &QS %QS %QSMdLO$ %QSW+Sl
        %QSW+RR %P$5O$ %P$5Ob %5^`. YEQS -P$5Ob -bTOX7 -5W+Sl -R?OX7 -@R?OX7 V!QS 0QS 05^`. NQS 'QSMdLO$ 'QSW+Sl 'QSW+RR
        'QSfUO$ 'QSOEO1 'QSS% 'QSR?RJO$ 'QSPM 'QSO- #3 6) ;)
        # consoleapp #0 !O)Ut #1 $O)O8
        # consolidatedbilling #0 !T[Qr #1 $9QZOg
        # controlcatalog #0 !e|U) !P5Vl !U) !RB !`` #1 $P5
        # controltower #0 !_a !P5So !PvO, !T1_a !T1U) !T1Zx !^;`=hyPV !Sidk !Zx !Zx+P. !VfRiSo !VfX2 !OcQr !OcQr+Si
        !OcQr+YD !OcURXf !OcURXf+Si #1 (9bnO$ (RN= (Si (Si+P. (VfRi* (Oc9 (OcURSR (OfURSRR3 (d?X`Sn $9Rk $V,X- $TV $TVR3
        $P5R3 $T1TV $T1P5 $SiR}O! $Y6Pj $VfRi $VfRiZiO! $VfRiR3 $VfRiO! !ZiPV !RWO$8R} !2+) hl`oPmW) #2 &VfRi &Oc9 %VfRi
        POOc9 POURSR OpTV OpP5 OpSi OmTV OmP5 OmSi [$URSR QlT1TV QlT1P5 QlVfRi X_VfRi '9bnO$ 'T1TV 'T1P5 'VfRi #3 6) ;)
        # cost-optimization-hub #0 !fiPw !V3X% !P[SA !Px #1 $R! $P[ #2 'V3O! 'R!
        # cur #1 (OTQu $V0OT $V0OTR! $PQOT !2+) SSOTPH #2 %OTOQ O'OTOQ -V0OTR! -OTOQ #3 6) ;)
        # customer-verification #1 $SYRHPV $SYRH^1 #2 &SYRHPV &PG_? 'SYRHPV
        # databrew #1 (P< (. (.OH (Ol (T( (U< (PM !W^ !.R_ !O< !Tb !T(O@ !]: !a0 !XZ !2+) #2 7%T(> &P< &@. &Ol &T( &T(.
        &U< &PM %P< %. %Ol %T(> %U< %PM SqT( OdOlO3OV 0.OH 0OlO3 N.OH 'P< '@. 'Ol 'T( 'T(. 'U< 'PM #3 6) ;)
        # dataexchange #0 !1Rs !14XY !1P| !LQ: !O< !Z01Rs !U:TU !2+) #1 $P2 $1Qq $14 $LOV $. $Z01Qq $U: #2 P`1Qq O;. &P2
        &1Qq &14 &LOV &. &U: %P2 %1Qq %14 %LOV %U: Sq14 SqOO1Qq S*U: OdPdP2 Od14Ot 0. 'P2 '14 'LOV 'U: #3 6) ;)
        # datapipeline #0 $9Sl !Vs #1 (Ws (Vs W0Yn $OeOQ O5Ws SSOeOQ #2 TTOe &Oe UkOe %Oe WC+G -9Sl -OeOQ OTGWy OTGi_Yx
        4O! 4GO! #3 O`2 Oy2
        # datasync #0 (PAR%)Pw (PAR%On !W$ !SxO< !Vi !PAZB !GQ@ !Q' #1 (OA (Sx. (Q%_[]o (Q%`- (Q%Vb`W (Q%Vb`c (Q%VbS9ac
        (Q%VbYY (Q%`A (Q%^^ (Q%OMPA (Q%O(RI (Q%aA (PAR% (G (GOB !2+) #2 O`PAR% O;GOB &OA &Q%_[]o &Q%`- &Q%Vb`W &Q%Vb`c
        &Q%VbS9ac &Q%VbYY &Q%`A &Q%^^ &Q%OMPA &Q%O(RI &Q%aA &G %OA %Q% %G Q=Px OyPAR% 0Sx. 0GOB NSx. 'OA 'Sx. 'Q%_[]o
        'Q%`- 'Q%Vb`W 'Q%Vb`c 'Q%VbS9ac 'Q%VbYY 'Q%`A 'Q%^^ 'Q%OMPA 'Q%O(RI 'Q%aA 'PAR% 'G 'GOB #3 6) ;)
        # datazone #0 !9T2 !9U} !QrPz9Ox !P2W2 !P2XY !SgR_ !Qz ![a !1PbXY !1O-OHXm !1O-R_ !1RA !HXf+YD !RB !Q?h_ !O9Q:
        !O9R{*SA !O9R{Os !O9Y` !O9P^ !T2 !O,+: !.R_ !VgP+ !VgPYQ7 !T[Pc !OJRCR_ !cV !T7 !,Rs !OlVn !OlP^ !Tb !P0 !OSRs
        !OSRP !OSQ| !Sb !RRV$1TB !k$OJ O5RD O6 O6/P^ O6^R O6P0 O6Pc O6:P^ #1 7$OjOJ 7$Sg 7$SgOH $9Ox $P2 $P2QP $P2OW $Sg
        $SgOH $SgOHRe $O& $T/ $1O7* $1Pb $1O- $1O-OH $H $HOBOgRc $HVJ, $HSR $O9 $O9OV $O9OVPK $O9R{ $O9R{* $O9Rc $O9@
        $TqOW $Y2 $Y2YT $/@ $.OH $VgL $VgPY $XJ $OJRCOH $PZ $PZSH $PZO7 $Ol $Ol@ $8 $OS $OS^1 $OSQq $OSOXPV $OSP.
        $RRV$1P= $'^1 $:@ !2+) #2 P`]1 P`OSOX O`Q?[& BO9Og Bb{X& 7%T[Pc 7-OjOJ 7-T[Pc O;OJRCOH O;OS &9Ox &P2 &P2QP &P2U:
        &P2OW &Sg &SgOH &O& &1Pb &1PbU: &1O- &H &HSR &O9 &O9OV &O9R{ &O9@ &TqOW &Y2 &Y2YT &/@ &XJQ44 &PZ &Ol &OlQ` &Ol@
        &8 &OSQq &OSOX &OSP. &:@ %9Ox %P2 %P2QP %P2OW %Sg %SgOH %O& %1O7* %1Pb %1O- %H %HSR %O9 %O9OV %O9R{ %O9R{* %O9@
        %TqOW %Y2 %Y2YT %XJ %PZ %Ol %OlQ` %Ol@ %8 %OSQq %OSOX %OSP. %RRV$1TB DO9Og Db{X& Q=P& UXVgL UXRRV$1TB WzH
        -SgOHRe -1O7* -O9R{* R@Or QJ]1 QJOSOX OyQ?[& OdO| [@UJ [@cA 09_cOV 0T/ 01O-OH 0OJRCOH 0PZSH 0PZO7 0PZO+ NOJRCOH
        NPZSH '9Ox 'P2QP 'Sg 'SgOH 'O& '1O- '1O-OHXm 'H 'HSR 'O9 'O9OV 'O9R{ 'O9* 'O9O^O! 'O9@ 'Y2 'Y2YT '/@ 'PZ 'Ol
        'Ol@ '8 'OSQqO! 'OSOX 'OSP. ':@ SSUzOg #3 6) ;) #4 O`,Qq %HVJ, $UsR[UJQM -HVJ, Oy,Qq S*OS
        # dax #0 (Rb (P]RZ (P+ (Q,O, (R)O, #1 7$Pp _sPtPp (RZ $Pp !2 O5 Qh #2 7UdPp &F &Q,/ &R)/ ^'O?bm %F %Pp %Q,/ %R)/
        XEO?bm -Pp TRPY 'F 'Pp 'Q,/ 'R)/ #3 6) ;)
        # dbqms #0 (^>Tw (O5Q7 (dS #1 $O5dI #2 &^>O5 &O5Q7 &YS %^>Tw %O5Q7 %YS '^>O5 'O5Q7 'YS
        # deadline #0 !V,^XUY !]q !YpQ_ !g- !OhQ_ !Tp !.Q_ !.Q,Qu !O< !Q$Q< !Sl !^XUY !Z& !PIT2 !PIOhOY !PIR2OY !PIQ_
        !U~ !O3Q: !R8 !R8+U! !R`_u !R`[h !U_ !PAP^ !PAP^+PI !Q' !_E #1 7$.Q? $?> $S/ $Yp $Oh $. $.< $Q$J $R2 $Q{ $PI
        $PIO9 $PIOhO1 $PIR2O1 $O3 $O3OV $R8Q>Xo $R` $PA@ $PA@+PI $G $U! !2+) O6O< O6U_ O6Q' O6_E 0R8Q>Xo #2 V+OhOg+QW
        V+OhOg+U! V+PIOg+QW V+PIOg+: V+PIOg+U! Q5.< &S/ &Yp &Oh &. &Q$J &R2 &Q{ &PI &PIO9 &PIOhO1 &PIR2O1 &PA@ &U! %S/
        %Yp %Oh %Q$J %R2 %^XPb %Q{ %PI %PIO9 %PIOhO1 %PIR2O1 %PA@ %U! -^XPb 'S/ 'Yp 'Oh '. 'R2 'Q{ 'PI 'PIO9 'PIOhO1
        'PIR2O1 'O3 'R` 'PA@ 'G 'U! 'U!PM #3 6) ;) #4 BPiOOYp BPiOOOh BPiOO. BPiOOPI DPiO*Yp DPiO*Oh DPiO*. DPiO*PI
        # detective #0 !bHU3 !`> !gMfKR. !g^ !`G !TK !Q_ !O]P49 !2+) #1 7$RDPibI 7$Q`bI (O]* $WeTF^1 $RDXFPJ $Sk $Q_
        $TCTZ $PQTZ Q*VV O6RD #2 P`RX &RD &Q_ %RD %Q_ OpO]P49 DQ` OmO]P49 QJRX 0Sk 0SmPi 'bHU3 'SkPJ 'O]* #3 6) ;)
        # devicefarm #0 !Ug !O)O_ !O)U} !Rd !5P^ !O< !KP^ !T`i& !T`aR !TA !Tb !VE3R8 !R_ !ib !dQ !2+) !OaWhTb !OaWhO3Q:
        !OaWhO3Ug !OaWhR8 !jA !aXcm ![I !P:P-ODQpOs #1 $9O0 $O) $O)5 $O)Ox $O)Ox_r $5@ $. $K@ $T`O! $Ol $VE3O3 $OH $T}
        $Oa $OaWhOl $OaWhO3 $PG $P:P-ODQp* #2 &O)Ox &5@ &K@ &Ol &VE3O3 &OaWhOl &OaWhQM &PG &P:P-ODQp* %O)Ox %5@ %K@ %Ol
        %VE3O3 %OH %OaWhOl %PG %P:P-ODQp* gdOOVE3O3 R5T` [1T` PMOH N. NVE3O3 NOH 'O)5 'O)Ox '5@ 'K@ 'Ol 'OaWhOl 'PG
        'P:P-ODQp* #3 6) ;)
        # devops-guru #0 !]g+S4 !e5ONO, !P+ !Pg !hEOn !OtR| !O]Pg !Px O6Pg O6O]Pg #1 (9R0 (9c_ (Qx (LRAO$ (SZ (S4 (O]R0
        (O]c_ (O])RLR0 ()RLR0 (=Ob $SXbc $)RL 0SXbc #2 O`OtM %S4 -SZ OyOtM 'LRAO$ ')RL '=Ob
        # directconnect #0 !P(QUOaQ7 #1 (O&`S (Qz (QzSn[w (SYOJ (SJP$CO1`w (SJP$COY (SJP$CVW (SJP$S[ (S$Qz ([w`S (gk (c9
        (`S (Vi (R$* (2 (P(S[ (P(Y< #2 P`SJP$CO1Tv X5O&Sn[w X5S$O& X5SpP(QU X5PLP(QU X5OzP(QU BO&Oo[y BS$O& BW=d3O.
        BP(QU UiO& UiSYQO UiSpP(QU UiPLP(QU UiOzP(QU &OKYwP-Ta &O& &SJP$C &SJP$CO1 &SJP$CO1Tv &[w &[y &SpP(QU &PLP(QU
        &OzP(QU %OKYwP-Ta %O& %SJP$C %SJP$CO1 %SJP$CO1Tv %[w %[y %P(QU DO&O*[y DW=d3O. 0ayY/Oa NayY/Oa 'O& 'SJP$C
        'SJP$CO1 '[y 'P(QUOj #3 6) ;)
        # discovery #0 (O+Q' !Os !OuhM #1 (W$ (7%*G (Os (W,U. (O7Os (O7Q' (2 $SxQi $KO&RD #2 B*S5OO? 7%W$ 7%O+1 &? %QY
        D*S5O*? O7Os 07%*G 0W,O7 01RLOZOA^H 0O7G 0O+G NW,O7 N1RLOZOA^H '? #3 &2 %2
        # dlm #0 $PqP9 #1 $Pq, !2+) #2 &Pq, %Pq, 'Pq, #3 6) ;)
        # dms #1 (9Oj (e6Y}Y[ (Sh (Qz (V[* (1cQ (JO0 (JPc (Q< (R~O@ (LYc (LSb (P+ (OhU$b7 (OhU$U* (OhU$cBP; (OhU$PPOMQi
        (OhU$Vy (OJA (OJA_n (OJAf@ (OJAZz (`eO?O_ (U5QQQ: (P[h* (Px (R@VyO! (O?SI (O?5GTM (O?O_ (O?R)O, (O?IQ> (O?GP/QX
        (O?GP/R_ (O?GY}Y[ (O?Q' (iK (Vy (IQ> $P.YPP0 !1TQ !S{^b !5P^ !OJAP/OVS5 !OJAY[ !OJAf6 !OJAU. !QBTb !2+) OaO& #2
        WWU5QQOV BS{V= 70Px O;OJAV[ O;OJATI O;O?GP/OH &1QB &1Ow &J &LOS &OhU$Z[ &5@ &QBOl &R?Ob &O?O$ &O?5 &O?R)/ &O?G
        %OP %O& %1QB %1Ow %J %LOS %OhU$Z[ %OhU$U* %5@ %QBOl %O?O$ %O?5 %O?R)/ %O?G %O?GP/OH O7OJAP/ O+OP O'1QB O'J O'LOS
        O'OhU$Z[ O'OhU$Z[X% O'R?Ob O'O?O$ O'O?5 O'O?R)/ O'O?G XNO?G TRO?5 R@Vy c~O?Sr c~Sr OHOhU$cBP; 01QB 0OJAP/ 0OJAV[
        0OJATI 0OJAO7W&d2 0OJAO7OOP. 0OJAO+ 0Px 0O? 0O?G 0O?GP/ 0O?GP/OH N1QB NO? NO?G 'V[* '1Ow '5@ 'QBOl 'SbOOLSv
        PGPCOJ! #3 O`2OO) Oy2O*)
        # docdb-elastic #0 !FRx !Rb !U5QQQ: !2+) #1 $F $FO: $U5QQOV #2 WWU5QQOV Q5FO: &F &FO: %F %FO: P3FO*O: 0F NF 'F
        #3 6) ;)
        # drs #1 (.ONS5 (O< (Pm*QD (QvO_ (QvRx (O?*QD (O?OuOY+Qo (O:RP+Qo (O-W@ (O-U= $OARM+Qo $OAb?V!Rk+Qo $OAY;TU+Qo
        $OAO?Rk+Qo $OAR7*+Qo $OAO:Za+Qo $MYd+Qo $WcRM+Qo $WcPm^}+Qo $WcO?* $Pm* $O?* $dMWcP7O)Q^+Qo !g'O-U= !PmQ: !aCQr
        !2+) #2 BWcP7OOQv5+Qo BO-KPX 7&Q3O:/+Qo 7%O:OX+Qo &f8O:+Qo &^<O-Ou &Pm*< &Qv5+Qo &O?*< &O-K &O-Ou+Qo %. %PmOV
        %Pm*< %Qv5 %O?*< %O-K %O-Ou YjQv5 YjO-Ou O7O-Ken< ^J= Z{OAOP+Qo S8OASu+Qo S8OA_t+Qo S8OAbU+Qo S8OAO?Wy+Qo
        S8f,eA+Qo S8O?OuSu+Qo S8Q3L+Qo -PmOV YK1O? d,O? OdOATM+Qo OdOAPw+Qo OdMRMRe+Qo OdP7TM+Qo OdP7Pw+Qo OdQ3dF+Qo
        0WcPm 0Qv 0O? 0O-KQv 0O-KO? NWc NO? NO-KO? ScQvO_ 'OAZK+Qo 'OAV[Rk+Qo 'OAO?Rk+Qo 'OAO?]5PJ+Qo 'OAO-Rv+Qo
        'WcP7O)Q^+Qo 'WcP7Z!in+Qo 'WcO?* 'Pm* 'Pm*< 'O?OP+Qo 'O?* 'O?*< #3 6) ;)
        # ds #0 (Ze !O/O%Y[ !Sh !PPbk #1 PtP6 (O/O%P/ (ODO/V3, (OP (P7SuO0 (]{g7 (Pv13 (HbA (LYV (`CO/O%' (O2O%O/P-O(O0
        (Td (O0 (TgZe (Rx (jT ('Pv $[S?PV $PvSl $O:Sl ![SQY !PoU; !ONSb !2+) SfQL #2 P`TgPv O`PoU; O`Pj TG? O;PPS{ P$Pv
        &P6 &f' &`CO/O% &ONOS &O: %O/O%P/ %]{`: %Pv %ONOS %O: %QL POOP POLQH OpODO/V3, OpP7Su OpPv13 OpO2O%O/P-O( Op`x
        OpOg3 Op[@ OmODO/V3, OmP7Su OmPv13 OmO2O%O/P-O( Om`x OmOg3 Om[@ OfOP OfLQH QJTgPv OyPoU; OyPj Ql:TP P3O*O:
        0O/O%P/ 0PPS{ dc? ddPv '[S? ']{`: 'Pv 'PvX_ '`CO/O% 'QeS_HbA '`x 'O0 'QL #3 O`2OO) Oy2O*) #4 3O%O(1 &]{`: &Pv
        &O8OxPv &VoO/O% &QL PlPv
        # ds-data #0 !/Q_ !O, !O,+Pi !QE #1 (/ (: O6O, O6QE #2 O`/Pi &/ &: %/ %: Op: Oy/Pi '/ ':
        # dsql #0 !Rb #1 $P!. $F $F, $P3. $OFJ=S% !2+) #2 O`TaF &F R:P$ R:P$P4 %F %F, Y:Yl -F, -REPjRv -aaPj OyTaF 0P!.
        0P3. NP!. NP3. 'F #3 6) ;)
        # dynamodb #0 !VX !_xPg !U. !Q]Sr !Zz !Sr #1 7$Pp _sPtPp (P! (W,VX (_xPg (Q< (O7 (Q]I (Q]IO0 (O+ (V8QKPH (Sl
        (QwP) (QwP)TA (OL (I (IU8Q-P{ (RROOVh $]cO! $Pp $Sa $), $VI`K !U? !2S_) UUQ&O2X] O5 QW1+O? Qh #2 BIU8 7UdPp &P!
        &Q]I &Q]Iaa &I &IU8 %P! %Q]Iaa %Pp %I %IU8 OpV8QKPH OmV8QKPH O7IOOP=PzRR O+I Y:Yl UUQ&O2% UUQ&O2`E UUQ&O2'
        R5QwP)TA -Pp VuO0 P3IO*SGP! P3IO*P! P3IOOP=PzRR 0SGP!. 'W,VX '_xPg 'Q]I 'Q]IO0 'Q]I> 'Pp 'V8QKPH 'I 'IU8Q-P{
        'RROOVh Ud1+O? #3 6) ;) #4 %), -), ']cO!
        # ebs #1 $O:Py !eoZP !O:ZP #2 SWO: -O:Py 0O:
        # ec2 #0 (9Oj (PS_7 (Tk (TkPD (VTP,Zw (SFX2 (SGKXTPFSb (T<Q' (VYZY (P)PyS{Q7 (P)PyS{TA (P)PyTA (P)PyO! (P)ZP
        (P)R=1U. (P)QaQZRP (P)QaTp (P)Qa[G (P)Z4 (_jS[ (V0PKO_ (P7QbRTP0 (P7QbQz (P7QbQ< (P7QbU; (P7QbP.W@ (X}U} (V[Q'
        (SYS[ (^&P9T* (^.Pa (ZmZ)WlS[ (WagD (O7O>Q' (O7Q' (Y0PmT4 (Y0O:a) (OhQ7 (OhO_ (Tp (OETM (YtO>PD (YtT4 (SjQaTA
        (SjZ4 (Y7 (Us5@OY (P,Zw (O8P,Zw (O>PD (O>YI (O>PQOTUp (O>PQT* (T4 (O+O>Q' (O+O:Q' (5PD (5P$Q< (5[caB (5LOtOj
        (5LYY (5O>OJ (5T,^FQ7X$ (5T,^FX$ (5O! (5[G (5OWTA (5Pc (O_ (WlS[ (PW[U (PWRW)RHXe (PWP9 (PWU} (PWS'!PkQ|
        (PWS'!]A (PW)bV (PW)SxOY (PW]F (gt (XG]bU} (O.`f (Pm<O@ (PmQD (S6COkIO} (S6COkIP(QU/OY (S6COkIOFOY (S6COkSr
        (S6CP(QUO, (S6CP(Y< (S6S[ (h.Rx (W=Y7 (W=YAQ' (OcS'UI (hFTk (XQS[ (Kah (KPg3S>Xq (KPg3]F (KPgXq (KPg]- (KQUPD
        (KQUO} (KY< (V<c9 (UWO, (S'UI (S<P,Zw (PLXG[MU} (Td (VFVxQ3Q' (QwO_ (QwO_^R (QwO_XM (QwO_TA (OkOuQ< (OkOu`i
        (OkU= (OkSr (Qm5SF (QmO_ (X[Y< (X[W@ (X[Z@ (O=/YI (O=/P0 (O=/OFOY (O=O, (=PKP(Y< (O:PD (O:[FO! (Rx (U^_}OS
        (U^OhO_ (U^OhOXQ7 (U^OhRP (U^5RP (U^`qQ7 (j-O=O, (P>O>Q' (Z@ (2 (Q9UMQPP0 (Q9UMW2 (Q9UMR8 (Q9UMQ| (OzCVW
        (OzCP$`i (OzCZ^ (OzCZ%P9 (OzCRmRB (OzCRuVW (OzC,Sr (OzCOkIe4 (OzCOkSr (OzCOFVW (OzS[ (aUQUOY (R*3Q< (R*3O,
        (R*35P8Os (R*35OqRaOY (R*3O_ (R*3QLTQ (Q3PD (Q3O! (X/ (X/XM (OFPD (OFPyPL3Zq (OFPyPL3Pa (OFV0PK (OFV0PKW.V%
        (OFPnU) (OFJOY (OFJO&T7 (OFJQz (OFJ=Os (OFJ=O} (OFJS? (OFQ< (OFRuQz (dm (Qbf) (QbQz (QbS[ $O,+P)Qa $5OJbL
        $5PcO*5d& $PW,WTP0 $PW,O]Q| $PWOxao $OzCQ;`v $OzCZ%,Up $OzCRmHOY $OzC,IOY $OzC,IUp $OzCS'!YI $OzCOkIOY $OzCOkI`v
        $R*3J, $R*3JQ| $R*3/, $R*35OqRa $OFOna{Pnfq $QbO&O)WJ* $QbO&O)Pc $QbX+d!O! !T4Pz[/ZN !RxPz[/ZN !X/Pz[/ZN O6S6CU;
        O6OzCRmO, O6OzCU; #1 O7P7QbP7OP[6! O7P7QbP7* O7R*35P7* $WSQbX+O! $WUT4O0 $S.`/OPUsWI $S.XG]bOxZY $SGKXT1 $P)R=Oj
        $P)R=PF1 $P)R=PF`( $P)QaPQ $X}OxPQ $T=TO $T=ik $^&P9OTQi $P][c_/ $ZkP][xO.P, $ZkPnOZP] $T1PW, $OETMOb< $SjQaR5T$
        $O>e2 $O>PyPL3PJ $5jMfji* $5jX1 $PWPSQ7 $PWUnQr $PWUnPLTk $PWUn)ZY $PWOxZY $PWS'!PkP0 $PWS'!Pk>Up $PWS'!PkO@
        $PW)ZY $Pm<1 $OcS'!OY $OcS'!Up $KPg3S>P;Q( $KPg3S>Q0 $TP1 $QwO_Y-]9 $), $OkOuOY $OkOu`v $OkOuP_QG $O=O,+OF
        $_,T=3O! $O:PyPL3PJ $U^UWa5 $R)RKZ4 0^&P9OT #2 P`PSRh P`P)QaQZ]) P`QwO_Y-]9 P`OzCRmHOY P`OzCRuQ; P`OzCOFQ;
        P`OFJQz P`OFRuO& akVYRK X5PS X5Y7 X5PWOxRK WWO=O,OOP7QbP.K XsXG]bTk XsSpPoTk XsSpXQCPS BPS BP)QaQZ[& BP7QbP.K
        B^.Pa B`/OPUsOg BUs5@ B5LS, BPW[U BPW)Sx BXQCPS BOkOu BOkI BO=/OF BR)RKPy BOzCRmH BOzC,I BOzCOkI BaUQU BR*35OqRa
        BOFRKPy QsV0PKOF QsWlC QsKQU QsR*3QLOw QsQ3 QsQbC TGP7QbT5 TGO=/Zm TGO=/T5 T<5 O;T<G O;P)Qa O;P)QaTp O;V[G
        O;^&P9OT O;O7G O;O+G O;QwO_XJ O;U^OhRP O;U^5RP UiPb5 Q5YtO> Q5O> Q5O: Q5X/ &P)R=1O7 &P)Qa &P)QaOZj+ &P)QaOh &_jC
        &P7QbJ &P7QbOk &X}RK &X}Ox &SYC &P]R) &P]OF &X<W=Q3])G &^.Pa &ZmZ)WlC &Oh &OETM &YtO> &O> &O>PQOT &5P$J &5LS,
        &5O7G &WlC &c.P)QaWT &PW &PWRW)RHOr &PW, &PWOx &PWS'!Pk &PWS'!PkP. &PW)Sx &PWS> &O.V> &Pm< &Pm<> &S6COk &S6COkI
        &S6COkIP(QU/O1 &S6COkIOFO1 &S6CP(QU &S6CP(QU/ &W=R%c*QgYAG &OcS'! &XQC &KRa &KRaU- &KPg3S> &KPgXS &KQU &UW/
        &PLXG[MOx &VFVxQ3G &QwO_XJ &P3O>G &Ok &OkOu &OkOuJ &OkOuTa &OkI &X[K &X[R) &O=/ &O: &Rx &U^_}OS &P>O>G &R)
        &R)RKQa &Q9UMQP &Q9UMQP8 &Q9UMO3 &Q9UMP. &OzC &OzCP$ &OzCP$Ta &OzCZ%, &OzCZ%,U- &OzCRmH &OzCRuQ; &OzC,I
        &OzCS'!T8 &OzCOk &OzCOkI &OzCOkI_P &OzCOFQ; &R*3J &R*3/ &R*35 &R*3QLOw &Q3 &OF &OFPyPL3Y. &OFPnP5 &OFJ &OFJO&Ot
        &OFJ=* &OFRuO& &Qbb> &QbO& &QbO&Ok &QbC %P)R=1O7 %_jC %P7QbJ %P7QbOk %X}RK %X}Ox %SYC %^.Pa %ZmZ)WlC %Tp %OETM
        %YtO> %O>PQOT %5P$J %5LS, %WlC %PW %PWRW)RHOr %PW, %PWOx %PWS'!Pk %PWS'!PkP. %PW)Sx %PWS> %O.V> %Pm< %Pm<O@
        %S6COk %S6COkI %S6COkIP(QU/O1 %S6COkIOFO1 %S6CP(QU %S6CP(QU/ %OcS'! %XQC %KRa %KRaU- %KPg3S> %KPg3S>P; %KPgP;
        %KPgXS %KQU %UW/ %PLXG[MOx %^tQwO_ %Ok %OkOu %OkOuJ %OkOuTa %OkI %X[K %X[R) %O=/ %O: %U^_}OS %R) %R)RKQa %Q9UMQP
        %Q9UMQP8 %Q9UMO3 %Q9UMP. %OzC %OzCP$ %OzCP$Ta %OzCZ%, %OzCZ%,U- %OzCRmH %OzCRuQ; %OzC,I %OzCS'!T8 %OzCOk %OzCOkI
        %OzCOkI_P %OzCOFQ; %R*3J %R*3/ %R*35 %R*3QLOw %Q3 %OF %OFPyPL3Y. %OFPnP5 %OFJO&T7 %OFJ=Os %OFQ< %OFRuO& %Qbb>
        %QbO& %QbO&Ok %QbC [iVYRK [iPW[U [iPWOxRK [iPLXG[MOxRK POO> PO5LOtOj POOzCRm/Q_ POOzCRm/RA Q~V0PKOF Q~WlC Q~KQU
        Q~R*3QLOw Q~Q3 Q~QbC OpPSRh OpWUT4O0 OpSGKXTPFOS OpP)R= OpZkPnOZP] OpY0Pm OpY0O:a) OpO> OpO>bQ OpO>bRQg
        Op5T,^F]N[j OpPWO]P49 OpPW, OpOkOuWF Op_,T=3 OpOzCOkIWF OpdjOkWF OpOFV0PK OpOFV0PKW.V% DPS DP)QaQZ[& DP7QbP.K
        D`/OPUsOg DUs5@ D5LS, DPW[U DPW)Sx DXQCPS DOkOu DOkI DO=/OF DR)RKPy DOzCRmH DOzC,I DOzCOkI DaUQU DR*35OqRa
        DOFRKPy OmPSRh OmWUT4O0 OmSGKXTPFOS OmP)R= OmZkPnOZP] OmY0Pm OmY0O:a) OmO> OmO>bQ OmO>bRQg Om5T,^F]N[j OmPWO]P49
        OmPW, Om`}U%O]VJ OmOkOuWF Om_,T=3 OmOzCOkIWF OmdjOkWF OmQ3O4Q2 OmOFV0PK OmOFV0PKW.V% O7O> O7OzCU; O+VYRKOOPW
        O+P7QbP7OP[6! O+O> O+5 O+O.V> O+O: O+Q3 Y:PdYl Y:Q3O4Q2g~ VjO: O'PSPD O'SFRi/ O'P)Qa O'P)QaOh O'P7QbJ O'P][c_/
        O'ZkP][xO.P, O'Oh O'YtO>PD O'Y7 O'P,Zw O'O8P,Zw O'O>PD O'5PD O'5P)QaOj O'5P$J O'5f=Pa O'5[c_/ O'5L0RR O'5LS,
        O'5QQPa O'5OJbL O'5OJPa O'5KXTPa O'5UW O'PW O'PW,WTP0 O'PWOx O'PWS'!Pk O'PWS'!PkP. O'PW)RK O'PW)Sx O'PWS> O'Pm<
        O'S6COk O'OcS'! O'KQUPD O'SpW.S%Pa O'PLPoW.S%Pa O'QwO_ O'OkOu O'O=/P0 O'O:[F O'U^OhOX O'R)PD O'Q9UMQPKS?
        O'Q9UMQP8 O'Q9UMO3 O'OzC O'OzCZ%, O'OzCS'!T8 O'OzCOFQ; O'R*3J O'R*3J, O'R*3/ O'R*3/, O'R*35 O'R*35P8* O'R*3QLOw
        O'Q3 O'Q3PD O'OFPD O'OFPyPL3Y. O'OFPyPL3Pa O'OFPnP5 O'OFJ O'OFJO&Ot O'OFJ=* O'OFJ=hgZ5 O'OFRuO&Pa O'OFj? O'QbO&
        O'QbO&Pa O'QbX+OP O'QbX+Pa Q{O_ XNPSOOOF XNVYRKOOPW XNP)QaO_ YEQ3O4Q2 WzVYRK WzPW[U WzPWOxRK WzPLXG[MOxRK R5P)Py
        R5P)PyS{ R5SjQa R5QwO_T` R5QmO_ TRO_ OfO> Of5LOtOj OfOzCRm/Q_ OfOzCRm/RA QJP)QaQZ]) QJOzCRmHOY QJOzCRuQ;
        QJOzCOFQ; QJOFJQz QJOFRuO& VDPS VDY7 VDPWOxWT VFUs5@O1 VFO>fAPzWUT4O0 VFKRaO1 VFKRaU- VFOk VFOkIO1 VFOzCOk
        VFQbX+ OT5O! OXU^Oh OXU^O_ QlPSPD QlZkP][xO.P, QlYtO>PD QlO>PD Ql5PD QlKQUPD P3PSOOV0 P3O>O*[/ZN P3OcS'!>
        P3O:O*[/ZN P3O:[F P3Q3O*[/ZN S*P7QbT5 S*O=/Zm S*O=/T5 OHO_ OHQmO_ OdfTc- OdU^5go 0O_ 0KPg3S>P; 0KPgP;
        0OFJ=SpW.RH NO_ ScP7QbQz ScO_ ]WXG]bTk ]WSpPoTk ]WSpXQCPS aYO: jeO_ 'P)R=US3 'c.P)QaWT 'O=/8bSZm 'O=/8bST5
        ]^VYRK #3 &2 %2 #4 Qs_SOOXQC QsOnOOUW/ O;O>PmOi &X}OxOi &S6COkIOi &KQUOi &V:KRu %X}OxOi %S6COkIOi %KQUOi %V:KRu
        %), Q~_SO*XQC Q~OnO*UW/ OpO>PyPL3 OpO:PyPL3 OmO>PyPL3 OmO:PyPL3 O'V:KRu O'O:PD O'OFJ=O} -), QlO:PD
        # ec2-instance-connect #2 S9X+ OdO(O(Q)PLO. Od_,T=O(O(Q)PLO.
        # ec2messages #1 $J $UL #2 [NO| %O| boO| Odd$
        # ecr #0 (T4 (R]]QP@P0 !T4 !R]RR'Zq #1 7PtS}SF 7$O> 7$P'_'* (O>O?O! (O>QhQ( (O>R(O! (Ty (U9 (P'TIQD $9WK $RTOr
        $UoQM+S} $O>Q5O! $Pq, $Pq,T$ $Ty, $Ty_'* $P', $R(* !2+) SSR]]QP@8 #2 7%O> 7O+joO> SWS}PG &R]]QP@8 &P' &P'TI<
        %Pq, %R]]QP@8 %P' %P'TI< %R(* POR]RR'Y. UHS}PG -9WK -O> -O>_'* -O>6hI -Pq, -Ty_'* -O?* -R(* OfR]RR'Y. VuO> 0O>Qh
        0Pq,T$ 'O>PAZZ 'R]]QP@8 'P'TI< PGS}^d #3 6) ;) #4 %Ty, %P', -Ty, 4P',
        # ecr-public #0 (O>2 (a% (U9 #1 7PtS}SF (T4 $RTOr $TyRo1 $P'Ro1 $P', !2+) #2 7%O> SWS}PG &P' %P' %P', UHS}PG -O>
        -TyRo1 -P'Ro1 PGS}^d #3 6) ;) #4 4P',
        # ecs #0 !Oj !Rb !QTO_ !=TJ !S? !S?OZQI !GOQg+ !GQu !Q' #1 (P)TQ (Rb (QTO_ (^:C= (=TJ (=XY (S? (GOQ (GP| (Q'
        $GQg !9O0 !2+) #2 &P)Ow &F &^:C= &= &G4 %9WK %Oj %P)Ow %F %^:C= %= %GQu %G4 POQT5 POGOQ YkWCJ SzRM WC -9WK
        -9WKP] -Oj -FP)TQ -R%ONP+ OfQT5 OfGOQ OHG 0G 0R9O3 N=O^ NG ThQ;PJb, ThQTPJQ4 ThGPJQ4 'P)Ow 'F 'FO0 'QTOA 'QTO_PJ
        '^:C= '= '=XVG4 'GQg 'G4 #3 6) ;)
        # ecs-mcp #1 Q*QWZ)aQ UA^V
        # eks #0 !3Up !3P9 !e' !S.3P9 !ZW !Rb ![kYZSb !^=P^ !O8OwSI !Pg !hN ![+O8OY !X- #1 3c8Pd (3U- (Ue (Ue* (UeO@ (WZ
        (F (FO@ ([kYZOS (^=@ (O8OwO$ (S4 (PgR@ (]$ ([+O8O1 (' !Qj1 !QjOn !2+) #2 B3, BPnO$ BO8OwO$ &3U- &Ue &WZ &F
        &[kYZOS &^=@ &]$ &[+O8O1 %3U- %Ue %WZ %F %[kYZOS %^=@ %]$ %[+O8O1 POF D3, DO8OwO$ hJXhc8Pd OfF 0PgR@ '3U- 'Ue
        'WZ 'FO$ 'F> '[kYZOS ']$O$ ']$> '[+O8O1 #3 6) ;)
        # eks-auth #1 V+Og+[+O8
        # eks-mcp #1 RJQWZ)YU Q*^V #2 RJ`sYU
        # elasticache #0 (P@Rb (P@R~O@ (P@Q,O, (P@RZ (P@O=O, (P@R)O, (R~P]RZ (P+ (Q]O?O, (O?O, (QwP@S^ (QwP@S^TA (X^P@Rx
        (X^_f (=X- (Rx ('Q: (:O, (QE !WUPYOWXM #1 !2+) #2 TGP@O=/T5 7WW'OV 7N'OV SWQB P$ Q5X^P@O: Q5O: &P@F &P@Q,/
        &P@O=/ &P@R)/ &Q]O?/ &O?/ &X^P@ &X^P@O: &O: &: &:/ ^'PYO,PzQ]O?/ ^'U8TY %P@F %P@Q,/ %P@O=/ %P@R)/ %Q]O?/ %O?/
        %X^P@ %X^P@O: %O: %: %:/ DQ]O?/ O7X^P@O: Y/Q]O?/ XEPYO,PzQ]O?/ XEU8TY c-FeJhv O'P@F O'P@Q,/ O'P@R)/ O'Q]O?/
        O'O?/ O'O?/VI* O'X^P@ O': O':/ R5QwP@S^T` i7a?PzQ]O?/ TRP@F QlP@Q,/ S*P@O=/T5 0QB OaY/ OaQB #3 O`2OO) Oy2O*)
        # elasticbeanstalk #0 (?O@ (QY (T2 !V,W~X! !U{ZR !U{O@ #1 PtO%S]O(SF (9Oj (*Pa (*O0 (O9R0 (O9OcOVQ7 (O9OcQ:
        (O9On (P+ (O_R0 (U{> !2+) OXO9Rk VvO9Rk SS*O0 #2 XjO9' WWO9OcOV BO9SoOg f%T2 &? &?> &*< &O9 &U{> &PAQ% %? %?>
        %*< %O9* %U{> DO9SoOg -5Q> cxO9 Z7EOu j9O9ODS]O/OIfy ScO9 '? '?)Pq '?> '*< 'O9 #3 O`2 Oy2 '2+)
        # elasticfilesystem #0 (3TB (9R! (PCZB (O?Os #1 P7YB (P!, (PCR%, (Pq* (YBP.O=O, (YBQ| (2 !2+) O?QW #2 P! P7Vx3
        P7Ud &3P= &PCR% &YBP. &O?* %3P= %PCR% %YBP. %O?* O'YBP.O=O, -9R! -P!, -Pq* O?Ud P3 'PCR% 'PCR%Qg #3 &2 %2 6) ;)
        #4 %PCR%, -PCR%,
        # elasticloadbalancing #0 (Q+ZL (OqO/ODO2O1 #1 (9Sl (P)Qa (5R0 (S~Oj (S~Sh ([! (Q+QyOj (Q+QyP9 (Q+Qy,Pc (P0
        (O(O(O2P9 (2 (P./Oj (P.O, (P.R0 (QLP>OY (QLP>a- (QLWM $Q+QyOqO/ODO2 $), $QLP>efShT< $QLP>[6Q0 #2 O`S~Sh O`QLP>a-
        WWO=O,OOQ+Qy QsQ+QyOOZ@ X;R0Pt &EbBdG, &O2OKbBdG, &S~ &Q+Qy &Q+Qy[! &Q+Qy, &8 &P./ &QLP> &OqO/ODO2O1 %S~ %Q+Qy
        %Q+Qy[! %Q+Qy, %8 %TgQLP>O1 %P./ %QLP> %OqO/ODO2O1 POO_O*Q+Qy POQ| Q~Q+QyO*Z@ OpSFX2+Q+Qy OmSFX2+Q+Qy O'P)Qa
        O'PoU} O'S~ O'S~Oj O'Q+QyOj O'8 O'P./ O'P./Oj O'QLP> OfO_OoQ+Qy OfQ| OyS~Sh OyQLP>a- 4PoPSOW 4Q+QyS~O(O(O2OP
        4Q+QyP9+RUOu 4Q+QyP9S_S~ 48`r 4O=O, 4Z@ 4OqRa #3 O`2 Oy2 #4 STUBONPu+)
        # elasticmapreduce #0 !Rb !fg !PZQ@ !VDVe !U9 !O=Os !RgO3Vl !dK !Xd5Pc !P%3Ut QNP+O*UfRbPzT= #1 (F (X? (.V`
        (PZOB (^gESBO4 (VDTL (P' (O=* (R` (Rg $Q-V', $PyPL3* $OcP{, $RgO3Q^ !_cQ: !5Tp !5O, !O_ !U_ #2 3UfLTM O`5Oh
        O`5O, O`.OEU_ QsX? O;U_ &X? &^gESBO4 &P' &O=* &Rg &RgWDQM &RgO3Q^ %X? %P' %O=* %Rg %RgO3Q^ Q~X? $FO3Rc
        $SnFESBO4WDSBQCO2 $^gESBO4WDSBQCO2 PKP' O'F O'5Oh O'5O, S9X?PzT= -Q-P{, -Q-V', -OcP{, OyQ-P{, OyQ-V', OyOcP{,
        OH.OE 4gy.OEe-dq`_U_ 4V'Qg 4jaPYd! 4jxOOUfQE 0X? 0PZOB NX? NPZOB Sc.V` _>P' 'X? 'P' 'Rg 'RgO3Q^ #3 O`2 Oy2 #4
        %P%3 -PyPL3* -P%3
        # elastictranscoder #0 !O<OZOe !O<OZO! !Vs !cl #1 QW. QWOe QWZ. #2 O;. &. &Oe &Z. %Oe %Z. OaOg 'Oe 'OeT7 'OeO!
        # elemental-activations #1 Uog{ UoRQ $SD/RQO@ $P2 $TU $Pbe+ $RQO@ #2 SW9Ps SWPCPG Ui9 Q=Q$ Q=Z~ 0PCPG
        # elemental-appliances-software #0 !i- #1 $eIf9PS $QZTk $PuTkP:P1 $U2 $YCP:P1 $]9 $j= #2 SWPG &U2P:W! &]9 0PG
        ThU2P:W! ']9
        # elemental-inference #0 !g/ #1 $Zt $OJ !2+) #2 BZt &Zt %Zt DZt -Ph 'Zt #3 6) ;)
        # elemental-support-cases #1 $PT $PTOi $VZ $SBO4P@ !2+PT #2 O`PTUD PtPTOi SWT6PG &PT &O(RIODO2O4PGRM &O(RIUoQM
        0T6PG 'PT 'PTO! 'T6PG #3 6PT ;PT
        # elemental-support-content #1 O5
        # emr-containers #0 !.R_ !.QD !OcQ< !O=Os !2+) !P(Rb #1 (.OH (.< (OcJ (O=* (P(F #2 O;.OH &OP &.< &OcJ &O=* &P(F
        %.< %OcJ %O=* %P(F $OcJO3Rc 0.OH #3 6) ;)
        # emr-serverless #0 !QY !.OHeB !.R_ #1 $? $Qj+.OH $.OH !2+) #2 3gjQ< 3h,Q< 3R%@TM O;.OH &? %? 0? 0.OH N? '? #3
        6) ;)
        # entityresolution #0 !P,Q^O< !P,Q^WR !P,XP !Y@O< !Y@WR !OwS? !PPVl #1 $P,Q^. $P,Q^OU $P,QI $PrP, $Y@. $Y@OU $,
        $Ow= $PPQ^ !2+) #2 7%aXP, &P,Q^OU &P,QI &Y@OU &PPQ^ %P,Q^OU %P,QI %Y@OU %PPQ^ Q=PrP, 0P,Q^. 0Y@. 'P,Q^OU 'P,QI
        'Y@OU 'PPQ^ #3 6) ;) #4 O`,SP %,SP -, UAP,QI UAOU
        # es #0 (RB (T?RB (T?5OWSl (S3Qz (S3T0FO6Qz (5OWSl (R?Qz (R?T0FO6Qz (QwT?5TA (QwT?O_ (Qw5TA (QwO_ (OFQ< $]yT?O@
        $]yO@ !QY !1RA !SJO51RA !Hh4 !HXO !RB+Ov !T?5OWPV !T?5Pc !T?O@ !Pg !5OWPV !U3+H !QmQ: !O@ !OFJ3 !OFQ< !OFQ<+H #1
        (H (HQ-jV (HQ4Wy (HO$ (HR0 (HS^ (b]OHWy (T?H (T?HO$ (S4PV (U3 QpO(T0F$ QpO(Wi$ QpO(Wib| $? $1O- $P]?WK $SJO51O-
        $HQQO! $P~ $Ov>Q7 $TiQ7 $TiO! !2 #2 P`S3O& P`S3T0FO6O& O`1O- O`SJO51O- BOv BU3 TGOFJ3 O;HO$Q4 O;T?=RQ' O;=RQ' &?
        &H &T?=Og &P~ &R?O& &R?T0FO6O& &Ov &=Og &OFJ %? %1O- %SJO51O- %H %T?H %T?=Og %S3O& %S3T0FO6O& %P~ %R?O&
        %R?T0FO6O& %Ov %OFJ `)Ov `)U3 QpO(Wi% QpO(WiSL QpO(WiUX QpO(Wi- R5QwT?5T` R5Qw5T` -P]?WK QJS3O& QJS3T0FO6O&
        S*OFJ3 W|T?=RQ' W|=RQ' 0HQQ 0T?=RQ' 0=RQ' '? '1O- 'SJO51O- 'HO$ 'P~ 'Ov 'OvS> 'QmOV 'OFJ TiH TiT?H #3 O`2 Oy2 #4
        &T?H 'T?HO$
        # events #0 !PdUm !_V !Qz !Q< !Lee !LRA !RFLO-Qr !RFLRA !iJ !8XOOZP. !P0 !2+) !Q|OZ8 #1 (PdPH (Q} (O& (J (L]r
        (LO- (RFLO- (a& (8 OaLS: #2 TTLO- STUBONPu+) O;a& &PdPH &Q} &O& &J &L]r &RFLO- UkLO- bJO& %PdPH %Q} %O& %J %L]r
        %RFLO- %8 Op8 Om8 Q*PdPH -P+ -RFP+ -8 -Q| OyQ| VvO&Rc 0a& 'PdPH 'Q} 'O& 'J 'L]r #3 6) ;) #4 -Oi OyOi
        # evidently #1 $R/ $R/QX $To $Pm $Ol $RG ![o !^? !h! !Tb !RGYI !Z= !2+) OaRGS: #2 7W0To &R/ &To &Pm &Ol &RG %R/
        %To %Pm %Ol %RG W0To -OlP+ 0R/ 0Pm NR/ NPm 'R/ 'To 'Pm 'Ol 'Ol1Pu #3 6) ;)
        # evs #0 !O9Y7 !O9jy !T2 #1 $O9 $O@ !2+) #2 Bb^OOdl &O9 &O9Sj %O9 %O9Sj Db^O*dl #3 6) ;)
        # execute-api #2 c0P@ Q* [$Qz
        # finspace #0 !T2 !QVep !QVFS^ !QVRb !QVU* !QVfF !QVT2 !QVP{O, !QVQE !QVX/ !2+) !QE #1 $O9 $QVb- $QVF $QVO&dI
        $QVQG $QV^% $QVO9 $QVP{/ $QV: $QVQ3 $Q+WJ14/^NO9O! $: #2 P$QVF &O9 &QVb- &QVF &QVQG &QV^% &QVO9 &QVP{/ &QV:
        &QVQ3 &: %O9 %QVF %QVFPY %QVQG %QV^% %QVO9 %QVP{/ %QV: %QVQ3 Q+WJ14/^NO9 YBQVQG Ql:TP 'O9 'QVFP&* 'QVFU* 'QVQG
        'QV^% 'QVO9 'QVO9K 'QV: 'QVQ3 ': #3 6) ;)
        # finspace-api #1 $i%3Rc
        # firehose #0 !PuU? !2+PuOL #1 (PuOL #2 &PuOL %PuOL -S) -S)7 0PuOLPn NPuOLPn 'PH #3 6PuOL ;PuOL
        # fis #0 !Q: !R/d(Q| !R/P.9Os !R/QD ![o !P.9Os !P.)Pc #1 $OV $R/ $R/P.9* $R/< $Z;c> $P.9* $P.)OW !2+) #2 &R/<
        &P.9* %R/< %P.9* Y:PdglYl Y:PdjEYl Y:Pdj^Yl 0R/ NR/ 'R/< 'Z;c>PJ 'P.9* #3 6) ;)
        # fms #0 !P4Qr+O] !ajh79 !U'UI !R}O! !UnOn !PiQr !P9 !^qUI !)4On !)P| !VLV?PEPEP9 #1 $P49 $P4S> $U'! $R}^, $OtM
        $, $QgO! $^q! $)4 $VLV?PEO1O! $a_PV !2+) #2 BP49 BVLV?PE 7B) 7D) %U'! %OtM %, %^q! %)4 DP49 DVLV?PE -P49 -U'!
        -OtM -, -^q! -)4 #3 6) ;)
        # forecast #1 (Q-XU (P< (P</ (P<O+. (W1 (W1O7 (S! (S!J (S!O7. (Q{ (XU (XU]lO7. (VQUuP; (VQUuS! (VQUuS!O7 $d}Pw
        $i<S!TX Q*S!J !P<O, !P<O+O< !W^ !g% !W1U. !S!O7O< !bt !Q{Ym !Z& !XU]lO7O< !hz !2+) !VQUuXq !VQUuS!U. !VQUubt
        O5S! O5VQUuS! #2 &Q-XU &P< &P</ &P<O+. &W1 &W1O7 &S! &S!J &S!O7. &Q{ &XU &XU]lO7. &VQUuP; &VQUuS! &VQUuS!O7 %P<
        %P</ %P<O+. %W1 %W1O7 %S! %S!J %S!O7. %Q{ %XU %XU]lO7. %)d` %VQUuP; %VQUuS! %VQUuS!O7 V!) N) 'P</ #3 6) ;)
        # frauddetector #0 7$]X $7O+O< $7WxO< $X= $Q?Pc $LPc $RWS7 $Ve $UIOJ $S7 $h] $P0 $a] !L]1 #1 (Q[ (AO@ $7O+.VOOT
        $%P+OZLOWO! $Q[> $L $LWx $LWxOJ $^QOIO(PnO. $!fl $A> !2+) #2 7&]X O;7O+. O;7Wx. &7O+. &7Wx. &Q[> &! &A &A> &8
        &]X %7O+. %7Wx. %Q[ %Q[> %Q?OW %L %LOW %P+OZLOW %RWA %TL %! %A %A> %c[ %8 %]X -Q[ -Q?OW -LOW -RWA -^QOIO(PnO.
        -TL -c[ OdL 'Q[> 'Q[>OJ 'Q[>O! 'LTL '! 'A 'A> 'A>O! '8OJ '8> ']X #3 6) ;)
        # freertos #0 !WeQCQ8Q2O(O@ !`@ch !`@jv !RQOs !RQ^f !OSfn !Sb #1 (`@U{ (RQ* (OS $foSLQM $RQSBQCO2 $RQSBQCO2+*
        $OSQZe/ #2 &RQ* &OS %RQ* 'O{`~ 'RQ* SfO{
        # freetier #0 !9Xm #1 $9S- $9O~PJ $We[FStV@ $We[FPQ #2 -We[FStV@ Ti9O~
        # fsx #1 (S.PCS[ (VX (1P'OY (1P'Q' (PC_f (PCR%T- (PCZB (O(RI3P=VW (TgOF* (Rx (PAP([} (X/ !2+) #2 BPCC BPCR%T-
        O;1P'G Q5P! Q5O:WV'Q3 &WVQsO(RI3P= &P! &1P'O1 &1P'G &PCP@ &PCR% &PCR%O*P! &O: &PAP(T] &Q3 &Q3O*P! %P! %1P'O1
        %PCP@ %PCR% %O: %PAP(T] %Q3 Q~WV%O(RI3P= DPCC DPCR%T- VDPCR%^^P:RIh0 P3Q3O*O: 0hAPJQv '1P'O1 'PCP@ 'PCR% 'TgOF*
        'O: 'PAP(T] 'Q3 #3 6) ;) #4 _ej$fuRw %), $), [$P!S<OY -),
        # gamelift #0 !T- !Yb !SH !QTTp !QT/OQO@ !QT/Qu !OhTJ !Tp !RrOuO, !RrU= !Vi !d2 #1 (P6 (S0 (SH (QTOh (QT/OQ
        (QpODP15Sl (OhOj (OhP) (OhO^ (OhP+ (OhQ%Oj (OhQ%P) (OhQ%ZF (Oh].O0 (OhZF (RrOu (RrOu/ (RrOuO_ (RrO3PV (RrO3UW
        (RrO3U~ (RrR8 (O_ (W? (W?Os (W?8P| (^kR8 (R7* (P{P9 ([; (OFRu[R (OFRuQz $SH3 $SHQtOr $RrO3ONQM $53 $^kO&PV !2+)
        OXPGRc YJP6 O6RrR8 SSW?84 #2 P`Pr X9RrOu &P6 &S0 &QTOh &QT/OQ &Oh &OhVi &RrOu/ &RrO3 &RrO3PI &Q% &W?* &W?84
        &^kO3 &^kR8 &[; &OFRuRT &OFRuO& %P6 %S0 %QTOh %QT/OQ %Oh %OhVi %RrOu/ %RrO3PI %Q% %W?* %W?84 %P{, %[; %OFRuRT
        %OFRuO& POSH PORrOu -P{, OfSH OfRrOu V!RrOu/ 0OhQ: 0RrO3UW 0Pr_] 0W? NOhQ: NRrO3UW NW? [BRrOu/ ScRrO3 'P6 'S0
        'QTOh 'QT/OQ 'OhOj 'OhP) 'Oh].O0 'RrOu 'RrOu/ 'RrO3 'RrO3PI 'W?* 'R7* '[; #3 6) ;)
        # gameliftstreams #0 !QY !OLO, #1 $? $OL/ $OLO3 !OLR8 !OLR8OZ9 !2+) #2 O`OL/Vi BQY &? &OL/ &OLO3O& %? %OL/ DQY
        O7OLO3Y1 OyOL/Vi 0OLO3 ScOLO3 '? 'OL/ #3 6) ;)
        # geo #0 !Wf[] !Rl !cE !WwY| !Okeg !d[ #1 7$O)U6 [VOk [VOkcK (WfRL (O. (T@ (WwP~ (Ok]s (X' S!WfP+ $O)U6 $O)U6Q7
        $Wf $T@gA $T@j, $T@j3`& $T@aN $Ww !O)hu !bz !2+) !X'_u O6WwP~+U6 O6WwP~+V{ O6WwP~+TS SfO)U6 #2 BX'Y% 7%O)U6Q7
        7%Wf 7W0bz 7-Wf 7'O)U6 &WfRL &O. &T@ &WwP~ &Ok]s &X' %WfRL %O. %T@ %WwP~ %Ok]s %X' DX'Y% -Wf 'WfRL 'O. 'T@ 'WwP~
        'Ok]s 'X' #3 6) ;)
        # geo-maps #1 $Z?T@ $aN
        # geo-places #1 eG by $Ww d,by O6hL O6TS j7
        # geo-routes #1 [Vgu [VOkcK [VU; Z+k' j!OOi[
        # glacier #0 !O< !T6[I !], !R'P) !2+Qn !a^ #1 (. (Qn $1]C, $.TO $Qn3, $QnVj $QnT7 #2 XjT6PG SWT6PG &Qn %Q} %Qn
        %QnT7 UH. UHT6PG R5R'P) 4QnT7 PGQ} PGT6^d #3 O`2OOQn Oy2O*Qn #4 XjQnVj SWQnVj %Qn3, UHQnVj 41]C, 4Qn3,
        # globalaccelerator #0 !ae !VYZY !T09VW !T09)Qr !T09On !OCP_ae !OCP_JO, !OCP_[! !OCP_].Vl !OCP_].VlOZPH !JO, ![!
        #1 (VR (VROj (T09Q; (OCP_VR (OCP_VROj (OCP_J/ (OCP_S~ (J/ (S~ !2+) #2 O`OCP_Q< O`Q< akVYRK STOCP_Q9 &VR &T09Q;
        &OCP_VR &OCP_J/ &OCP_S~ &J/ &S~ %VR %T09Q; %OCP_VR %OCP_J/ %OCP_S~ %J/ %S~ fMOCP_Q9 [iVYRK WzVYRK OyOCP_Q< OyQ<
        'VR 'VROj 'T09Q; 'OCP_VR 'OCP_VROj 'OCP_S~ 'J/ 'S~ ]^VYRK #3 6) ;)
        # glue #0 (S3U/ (U/ $OIO2GR_ $OIO2aS !Y` !_{ !f? !OCQ?Pc !1RnQX !1Rn8P[R_ !1RnU<Q6R_ !1Rna0 !YiQ< !Ob)Rv !.TiXq
        !O< !OIO2aS !a% !PPO@ !Vy !R8 !aD !IZ,R_ !ZE !PQP^ !WR O5PP>OJ #1 7$Y` 7$_{ 7$OCQ?Pc 7$YiQ< 7$O< 7$UV 7$IZ, 7$ZE
        7$WR PtPP>jt $R{ $R{OH $R{R_ $Ro $RoO+O! $[X $X: $b1 $TnQ>+UV $TnQ>+I $TnQ>GOH $TnQ>GR_ $TnQ>GO0 $b= $O& $Qz $W[
        $W[Pw $_{ $OCQ?OW $QjQM $1RoPnO0 $1RnA $1RnARe $1RnRe $1Rn8P[OH $1RnU< $1RnU<Q6OH $QG $U* $ZcRD $YiJ $YiQ< $Q?Sa
        $XCP& $WgO8Rp* $Ob)T% $ObIRv $. $.a} $.OH $.R_ $.TiP; $O< $OIO2GOH $OIO2VN $Q^ $UV $UVY| $cb $O~ $Ty $)P9 $),
        $PP $PPOZOQ $PP> $PPO@fV $O=* $O=Os $O3 $SP $I $IZ, $I> $IO@ $Sr $2 $X) $ZE $PQ@ $:[gP* $:[gYv $OU $OUOH $OUOHRv
        $OUR_ !TnQ>GR_ O6Sr #2 TGS3Ob 7&UV 7%O& 7%UV 7%I 7%I> 7N.OH 7'UV O;1Rn8P[OH O;1RnU<Q6OH O;OIO2GOH O;SP &R{ &Ro
        &X: &TnQ>GO0 &O& &W[ &OCQ?OW &1RnU< &QG &YiJ &WgO8Rp* &S3Ob &Ob &Ob)T% &ObIRv &. &OIO2VN &UV &UVP~ &Ty &PP &[;
        &O=* &O3 &I &IZ, &X) &PQ@ &:[gP* &OU %R{ %Ro %X: %TnQ>+UV %TnQ>+I %TnQ>GO0 %O& %O&OW %W[ %OCQ?OW %1RnU< %QG %YiJ
        %WgO8Rp* %Ob %Ob)T% %ObIRv %. %OIO2VN %UV %UVP~ %Ty %PP %PPO@ %O=* %O3 %I %IZ, %I> %X) %PQ@ %:[gP* %OU g.RT
        O+RoOOWg O'Ob S8L UzO& Sq1Rn -1RoPnO0 -1Rn@U& -1RndEU& -PP>OJ -OUOHRv OfO&OW OfPP> OyPP>OJ ^{I Ql.a} V!OUOH OHSP
        OdSZ 0R{OH 0TnQ>GOH 0TnQ>GOHPM 0b= 0W[ 0W[PM 01Rn8P[OH 01RnU<Q6OH 0O7VeGOH 0O+VeGOH 0.OH 0.TiP; 0OIO2Q6GOH
        0OIO2Z}4RCGOH 0X) 0OUOH NTnQ>GOH NTnQ>GOHPM NW[ NW[PM N.TiP; NO3 NX) NOUOH 'R{ 'Ro 'X: 'TnQ>+UV 'TnQ>+I 'TnQ>GO0
        'O& 'W[ 'W[PM '1RnU< 'QG 'YiJ 'WgO8Rp* 'Ob)T% 'ObIRv '. '.O*O-P5 'OIO2VN 'UV 'Ty 'PP 'O-P5O*. 'I 'IZ, 'X) 'PQ@
        ':[gP* 'OU Ti. UAOIO2aS #3 6) ;) #4 7$S@Y1 %), PO1T$ (O&OW (Q? $1T$SP $O9 $`2 $`2jD $ON`gO! $PZ5O! $Tw $O5 $T(OV
        $S@ $S@_X $S@_XG! $S@_XGQi $S@Y1 $dD $PA $PASR WgPZTG WgPZR@Rc !O&Pc !R. -), R@Q2QtP1Xe OXON`g OH1T$SP OdT(OV
        0PZ ScPZ OaO& UAWgRg
        # grafana #0 !O} !O@ #1 (P% (P%Su (P%* !2+) !P%=9Xe !P%=Qr !Ss #2 BQ$ &P% &P%PdO. &P%=9 &P%=9Or %P% %P%PdO.
        %P%=9 %P%=9Or DQ$ 'P% 'P%Su 'P%* #3 6) ;) #4 'O}
        # greengrass #0 !U(TJ !P7RdS.OoRNO) !PUO@ !Uh !OROQO@ !ORQu !RNOQO@ !RNQu !RNRd !TJ !O)OQO@ !O)Qu !W/TJ !P*OQO@
        !P*Qu !/OP_Y !/O@ !O, !geUh !UwOQO@ !UwQu !)OQO@ !)Qu !OSOQO@ !OSQu YJPUb) #1 (PU Yk $S.Og $U(O^O! $PU $PU>SD
        $YgRk $OROQ $OROQ> $RNOQ $RNOQ> $RNO) $O^ $O^O! $O)OQ $O)OQ> $P*OQ $P*OQ> $/ $/OPTl $/OP* $/> $UwOQ $UwOQ> $)OQ
        $)OQ> $=Og+9 $OSOQ $OSOQ> $PRR7* !U(O^`'T* !2+) #2 BOgOO/ 7BP7O)OoRNO) 7DP7O)O*RNO) O;O^ &PU> &OROQ &OROQ> &RNOQ
        &RNOQ> &O^ &O)OQ &O)OQ> &P*OQ &P*OQ> &/ &/OPTl &/> &UwOQ &UwOQ> &)OQ &)OQ> &RQ'. &OSOQ &OSOQ> %PU %OROQ %RNOQ
        %RNO) %O^ %O)OQ %P*OQ %/ %UwOQ %)OQ %OSOQ DOgO*/ D=OgO*9 QlTJ 0U(O^ NU(O^ 'YgRk 'OROQ 'RNOQ 'O)OQ 'P*OQ '/ '/OP*
        'UwOQ ')OQ 'OSOQ 'PRR7* #3 6) ;) #4 B=OgOO9
        # groundstation #0 !SI !Y& !ZcJO, !fw !gGj0 !]!P^ !id #1 (OG (^4 $OA* $OAGR^QM $O$ $ZcJ/ $h@PQ $]!@ $ic !2+) #2
        O;OG &O$ &ZcJ/ &ZcJ/P:P1 &^4 &]!@ %O$ %ZcJ/ %^4 %]!@ OfOA d'OG 'OAO! 'O$ '^4 ']!@ #3 6) ;)
        # groundtruthlabeling #1 (T=. $7 $c(TqO! !ZM !P<Ws !Tb #2 BSLOOTr. &7 &c(Tq &Ol &OUOQ Q=O2O4O%O/QCT$GO$.
        OHQP`dWJP<. OHQ=TrOZf>. OHQ=TrPw. '7
        # guardduty #0 !Z` !X= !W2 !Q( !O4P-P| !TK !VkQgSM !Vk[: !Q_ !O]P4Qr !]8Um !WOQ?P| !WO[tP| !T~Q?P| #1 (Vk[: (O]*
        (]8PH $VS9 $Z`Q> $Q[ $QP $Q( $Q(Q> $O4P-4 $TKTY $VkQgO~ $VkQh $VkQhO0 $XK9 $PiX= $Q_ $O]Q> $iFWeTFfG $WOQ?4
        $WO[t4 $T~Q?4 $PQQ> !2+) #2 P`VSRX P`RX Q}Q( &Q[ &QP &O4P-4 &VkQgO~ &Q_ &]8PH &WJQ( &WOQ?4 &WO[t4 &T~Q?4 [eTK
        %Q[ %QP %O4P-4 %TK %VkQgO~ %Q_ %]8PH %WOQ?4 %WO[t4 %T~Q?4 OpO]P49 DO*VS9 DO*XK9 DQ_ OmO]P49 Y~Q_ OdOMVkQh OdO=R9
        0VkQh 0SmQ_ NSmQ_ _=Q( 'Q[ 'QP 'Q(SZ 'O4P-4 'VkQgO~ 'VkQhO0 'PiX= 'O]* ']8PH 'WOQ?4 'WO[t4 'T~Q?4 #3 6) ;)
        # health #1 (_KQr+O] (_KR. (_KR.+O] (Q?[P (Q?[P+O] (L[P (LPV (LPV+O] (LPc (P+ (P++O] (R0=O!+O] #4 OpR0=3+O]
        OmR0=3+O]
        # health-agent #0 !W$ !RB !U/ !Sb !2+) #1 $OA $elT:Ow $H $Ob $TNYOc@O3 $[' $['Pg. $hx $O3TX $OS !]ia? !['e7
        !['gh_z !TQ Pr[' #2 TTOS O;]i &OA &H &Ob &O3 &OS UkOS %OA %H %Ob Q*OA SqOA iP]i PM]i 0TNYOc@O3 0['Pg. 'OA 'Ob
        'O3 #3 6) ;)
        # healthlake #0 !QAQ)O4QC_~ !QAQ)O4QCO7O< !QAQ)O4QCO+O< !2+) #1 (QAQ)O4QCU(%. (QAQ)O4QCW_ (QAQ)O4QCO7.
        (QAQ)O4QCO7.Oo$ (QAQ)O4QCO+. bgSe4Oo$ bgSe4OoUX $ZW $g&PC $Q7OZ)P, gc`oQtX9 W<P&R%Oo$ W<P&R%OoUX ctOv QW) O6f{
        O6Oo$ O6OoUX SS) >QW) #2 O;QAQ)O4QCO7.Oo% UiY^! &QAQ)O4QCW_ &) %QAQ)O4QCW_ %) Q=PeOo$ Q=PeOoUX PiO` PiPr PiOy
        SL) ]5T< VvY^O! 0QAQ)O4QCU(%. 0QAQ)O4QCO7. 0QAQ)O4QCO7.Oo$ 0QAQ)O4QCO7.OoUX 0QAQ)O4QCO+. Th`oQtX9 ') #3 6) ;)
        # honeycode #0 !RB !O, !Ib8 !I[8 !Sr !T:OY ![D #1 (I1O+. (T: $a71 O5I[8 #2 X6T:O1 7&I[8 7%I[8 7'I[8 7jnI[8 &T:
        &SQ %RB POO, Q*a7Q. OfH+RH OfO, QJT:O1 Z7HRH 0I1O+. 'T: #3 !2+) 6) ;)
        # iam #0 $9Qi $UJ@ !3Rl !9T- !W'/P9 !W'OgP9 !W':P9 !Q/W3PLRl !U+RP !R.+, !/P9 !O, !O,+: !5@2 !5P^ !5P^+Og
        !OIQAO/O)2 !OIQAO/Rd !S9O4O%P$Ow2 !S9O4O%P$TQ !US^? !P9 !P9gF=3 !,2 !,O@ !OgP9 !Og2 !WI !O(O/OIO2Ow2 !O(O/OIO2TQ
        !O(O(Q)PLRl !O(Q8O(a$Q<O! !OuOP2 !OuSh !=]LRc !R(Sh !:P9 !:2 !QE !P(OIQAO/Rd #1 Q=T>OT Q=US3OT Q==Z!_HPV
        $3O.Z!jp $9RTPV $9O{PS $9S% $9TP, $Q/W3PLO. $TXRl+OC, $TXRl+S<, $T>OT $U+OX $/ $/, $Wji3Qi $5@ $OIQAO/O)
        $S9O4O%P$Ow $US3OT $R?OqO8YqRk $, $,> $Og $Og, $O(O/OIO2Ow $O(O(Q)PLO. $OuOP $=Z!_HPV $=Z!_HPVOoR. $=T[OgV]O! $:
        $:, d>OC, d>S<, #2 P`U+OX BU+OX &U+OX %Q/W3PLO. OpUSVxRcT^ OpUSVxR8 OpR?OqO8Yq OmUSVxRcT^ OmUSVxR8 OmR?OqO8Yq
        QJU+OX OdU+Or 4O(Q8O(a$JO! '9O{PS '9S% 'Q/W3PLO. PGQ/W3PLO. #3 65@ 6OIQAO/O) 6S9O4O%P$Ow 6, 6Og 6O(O/OIO2Ow
        6OuOP 6: ;5@ ;OIQAO/O) ;S9O4O%P$Ow ;, ;Og ;O(O/OIO2Ow ;OuOP ;: #4 O`P7O4O%OOS9O4O%P$Ow O`OgOO5@ O`:OO/ Qs/,
        QsOg, Qs:, Q4TP &3O. &9P6 &/ &5@ &UJ@ &S9O4O%P$Ow &, &,> &Og &O(O/OIO2Ow &=T[Og &=]LT> &: &P(OIQAO/O) UkOIQAO/O)
        %3O. %9P6 %9TP, %/ %/, %5@ %UJ@ %S9O4O%P$Ow %, %,> %Og %OgO}Ya %Og, %O(O/OIO2Ow %O(O(Q)PLO. %OuOP %=T[Og %=]LT>
        %R(OP %: %:O}Ya %:, %P(OIQAO/O) Q~/, Q~Og, Q~:, OmOIQAO/O) UzOg -/, -OgO}Ya -Og, -:O}Ya -:, OyP7O4O%O*S9O4O%P$Ow
        OyOgO*5@ Oy:O*/ Ql=]LT> iROIQAO/O) 4P],> 4O=Or=R! '3O. '9TP, 'V+Og, '/ 'UJ@ 'S9O4O%P$OwjH 'Og 'OgZd 'O(O/OIO2Ow
        'O(O(Q)PLO. 'OuOP '=]LT> 'R(OP ': PGO(O(Q)PLO. PGOuOP PGR(OP
        # identity-sync #0 !PBW2 #1 $PB@ $PBP. #2 &PBQP &PB@ &PBP. %PBQP %PB@ %PBP. 0PB NPB 'PBP. #4 STUBONPu+)
        # identitystore #0 !/Vn !/Vn+Pi !O, !Td !QE #1 (/ (/Q` (Pj (: $/P, $/Q`P, $:P, Y>PiPzO, #2 O`Pj &/ &/Q` &O8P> &:
        %/ %/Q` %O8P> %: OyPj d': '/ 'O8P> ':
        # identitystore-auth #0 !R8 #1 7$O3 #2 7%O3
        # imagebuilder #0 !PUS0O@ !Uh !QT]: !Q1Os !O>S0O@ !O>U3 !O>OeT4 !O>Vs !O>]: !O>QhT3al !O>QhQ( !T4 !W9Os !PqOBOn
        !PqQ@ !PqP9 !k!OUU_ !OUS0O@ !OUQ@ !OUR`Q@ !WR #1 $PU $PU, $QTT( $QTT(, $Q1* $O> $O>Oe $O>, $O>T( $O>T(, $W9*
        $PqOB $Pq, $U1) $OU $OUOB $OUR`OB !2+) #2 O;O>TI O;PqOB &PU &QTT( &Q1* &O> &O>Oe &O>T( &W9* &Pq, &OU %PU %QTT(
        %Q1* %O> %O>Oe %O>T( %W9* %Pq, %OU bZO> O+PU O+W-O> O+XiO> YKO> OdOUR`OV 0O>OeOB 0)PJ' 'Q1* 'O>Oe 'W9* 'Pq, #3
        6) ;) #4 -PU, -QTT(, -O>, -O>T(,
        # importexport #0 !O< #1 $a>TL $O! #2 O;. &. '.
        # inspector #0 !P/OHW$ !P/R_ !P/Q| !P/QD !LSb !Zq !Q( !P0U3 #1 (P/R_ (P/Q| (P/QD (T093Og (Zq (Q( ()O, (P0U3
        $P/OT $ZqT$ $R9OJ !2+) T$W$ #2 O`OjOOQ( &P/P. &P/< &ZqT$ &)/ %P/OH %P/P. %P/< OfT093Og OyOjO*Q( 0P/OH NP/OH
        XcOOL [HO*L 'P/P. #3 42+)
        # inspector-scan #1 QhZ<
        # inspector2 #0 $V/QhRePV !9O} !V/QhOs !V/QhQX[OOZW) !V/QhQX[OOZP.) !V/[: !P&O=U/ !P&O=Qh*OY !P&O=QhOs !Z` !Z`Q>
        !UlP4Qr !W2 !T3al !Q( !Q_ !PQdZ #1 7$9O! 7$P&j% 7$T3PV 7$WeTFRk 7$PiZlP1[fV5O! (O]* $V/QhOT $Rb+O> $P&O=Ob
        $P&O=Qh $P&O=Qh* $* $UlP49 $ZlP1[fV5* $PnO. $Q(OTO! $Pi $Z<O7 !2+) O6j} #2 BPi 7BP&O=Qh* 7DP&O=Qh*
        7'PiZlP1[fV5O! O;Q(OT O;Z<O7 &V/Qh* &P&O=Ob &P&O=Qh* &QP &Q(OT &Z<O7 %V/Qh* %P&O=Ob %P&O=Qh* %QP Op OpUlP49 DPi
        Om OmUlP49 QlPnO. OdV/O3R0 OdV/O3R9 0V/O3 0P&O=Qh NV/O3 'V/Qh* 'P&O=Ob 'P&O=Qh* '* 'ZlP1[fV5* 'PnO. 'QP
        'h[ZlP1[fV5* 'O]* #3 6) ;)
        # inspector2-telemetry #2 S8Yx OdR9 0O3 NO3
        # interconnect #0 !Qz !T2 #1 (O&Tv $O& $O9 !QsTB !2+) #2 P`O&Tv &O& %O& 'O& #3 6) ;)
        # internetmonitor #0 !R0P+ !WlP+ !Z& #1 $R0L $WlL $Q{ $O5QX $O5O! !2+) 0O5 NO5 #2 &Q{ %Q{ PK 'Q{ #3 6) ;)
        # invoicing #0 !Uvf: !UvXf !YGR[R! #1 7$Uv@ $UvbC $UvO{PuR! $UvP-O%QA $UvSR $YGR[V@ !UvSA !2+) #2 &UvSR &YGR[V@
        %UvSR %YGR[V@ -UvO{PuR! -YGR[V@ 0UvbC 'UvSR 'YGR[V@O! #3 6) ;)
        # iot #0 $eTASdSA !WSdk !W'P9 !RSQ( !RSUNQ:Q@ !RSUNQ:Q' !RSj8 !RSQ' !eF !QZO, !ODO/Sh !OPTQ !Sh !ShOZODO/ !RMQ@
        !Yd !OCPw !R-UNQ:Q@ !R-UNQ:Q' !`( !HOs !OhPw !^I !.Q@+. !.Q@+PR !.QD !O< !Oc.QD !PFUb !UNQ: !Z'ir+PR !Q2Q8O/X-
        !c]Sh !OvO@ !U3 !P9 !,]2 !,O@ !S<P9 !S<[E !S<[EP:P1 !R4<O@ !R4QD !WHOn+RST3 !d*UL !OgT- !Z<VOQX !QmeD !O=P^
        !O=P^+P. !U? !Q|+, !Q|+O=@ !PRO, !PRO,+PR !PR]2 !PR]2P:P1 !PRPsGT* !PRPsQ' !PRPc ![E ![EPzQZ/ ![EPzPR/ !QH8Um
        !QHP0 !jW !P:P1P8[{ !a_P+ #1 (9RS* (RST3 (RSUNQ:G (RS[A (RSG (Xu (QZ/ (ODO/OP (OP (OPOw (OCPF (P]Xu (R-UNQ:G (Y)
        (H* (Pn* (J (LOs (OhPF (P~ (. (.OB (.< (Oc.< (UNOV (R4< (R4<> (OgP6 (QmRS (O=@ (OL (PR (PR/ (PRPsG (PROW (X+
        $WXXo $ek $RM $RMOB $W/P9 $[s* $.Pe $P8Pa $Q2Q8O/' $Ov $Ov* $Ov> $hk $, $,> $PsP& $d*O| $Q> $PRYg1 $PRa; $QH8
        $QH8PH $P:P1P8Pa !2+) O6P~ OaRT OaQ*Xu SSO=@eU #2 P`OPRh O`PROOQZ/ O`PROOPR/ BZ<OoOv> BQ|Oo. QsO=@ QsPRS<
        O;RSUNQ:G O;RSG O;OPRh O;R-UNQ:G O;. O;.OB b2P]Xu [[X+ UiQH8PH P$ &RS[A &Xu &QZ/ &OPO*bE &OPOw &RM &OCPF &Y) &H*
        &Y,PR/ &OhPF &. &.< &RlWVOP &UNOV &Q2Q8O/' &Ov &Ov> &R4X9 &R4< &R4<> &OgP6 &QmRS &O=@ &OL &PR &PR/ &PROW &QH8
        &QH8PH %9RS* %RS[A %Xu %QZ/ %ODO/OP %OP %OPOw %RM %RMOB %O& %OCPF %Y) %H* %Y,PR/ %OhPF %. %.OB %.< %UNOV
        %Q2Q8O/' %Ov %Ov> %R4< %R4<> %PsP& %OgP6 %QmRS %O=@ %OL %PR %PR/ %PRa; %PROW %QH8 %QH8PH %P:P1P8R< ^+PROW Q~O=@
        Q~PRS< OpQH8 DZ<O*Ov> OmQH8 S9X+ Sq -RHPJSna_ cy OfODO/OP OfOP OfOPa`ODO/ OfPR QJOPRh OyPRO*QZ/ OyPRO*PR/ VFQH8
        iSSq Z:X+3Or 4P8Pa 4P:P1P8R< 4P:P1P8Pa 0RSUNQ:G 0RMOB 0R-UNQ:G 0Sn^)RSG 0PRPsG NPRPsG Xc RhOP '9RS* 'RS[A 'Xu
        'QZ/ 'ODO/OP 'OP 'OPOw 'RM 'OCPF 'Y) 'H* 'Y,PR/ 'Pn* 'LOs 'OhPF '[s* '. 'UNOV 'Ov 'Ov* 'Ov> 'R4< 'OgP6 'QmRS
        'O=@ 'OL 'PR 'PR/ 'PRO,+PR 'PRa; 'PROW 'QH8PH #3 6) ;) #4 Qs, QsS<, &, &,> %, %,> Q~, Q~S<, 4P]Xu 4P],>
        # iot-device-tester #1 Pt> UoOaT} [zgV Xd> #2 OdPw
        # iotanalytics #0 !R| !P<[` !W^ !_~ !Vs #1 (M (P< (W_ (P8Pa (Oe $P<Q0 !2+) OHOeS- WJM1 #2 7-O| O;Oed% &M &P<
        &P<Q0 &W_ &Oe %M %P< %P<Q0 %W_ %Oe -P8Pa 0Oed% 'M 'P< 'W_ 'Oe #3 6) ;)
        # iotdeviceadvisor #0 !T}Qu !T}R_ #1 $J $T}OQ $T}OH $T}OHOT !2+) #2 &T}OQ %T}OQ 0T}OH NT}OH 'T}OQ #3 6) ;)
        # iotevents #0 !R&AO@ !R&S7 ![Q !Q[AO@ !Q[S7 !X= !Q!i^ !^L #1 (R& (R&A (Q[ (Q[A (Q[AP; (Q! (P8Pa $Q[AP;QX !2+)
        #2 7[NR& 7%Q[ 7OpR& 7OmR& 7-O| 7QlR& 7j&R& 7'Q[ &R&A &Q[A &Q! %R&A %Q[A %Q! -P8Pa 0Q[AP; 'R&A 'Q[A 'Q! 'Q!P_ #3
        6) ;)
        # iotfleethub #0 !QY #1 (? !2+) #2 &? %? '? #3 6) ;)
        # iotfleetwise #0 !Y'TrKY< !Y'Triw !ATrS^ #1 $QS $Y'Tr $Pn* $Oh $P8Pa $ATr $Of9O! $T{Ro $PJ< $YX $YXO! !ZU !Y'cD
        !Tp !Tp+YX !AcD !T{RoS^ !T{[X !PJQD !2+) !di !diPzOh #2 BYXOh &QS &Y'Tr &Oh &ATr &T{Ro &PJ< &YX %QS %Y'Tr %Oh
        %ATr %T{Ro %PJ< %YX DYXOh O+Y'Tr O+T{Ro -Pn* -P8Pa Of9 'QS 'Y'Tr 'Oh 'ATr 'T{Ro 'PJ< 'YX #3 6) ;) #4 Q=RMcd
        # iotjobsdata #1 (.OB $U5.Q@ #2 0`^U5.OB '.OB
        # iotmanagedintegrations #0 !9OY !Q/UF !ORUm !T>h/ !Um !O)bV !OcPR9OY !Oc[E !WtQ' !R4P^ !PPO@ #1 $9O1 $Q/OR
        $ORPH $T>`T $OCJ $P]Pn* $PH $O)Sx $LON* $Rj* $OcPR $OcPRZW $OcPROP $OcPRYg1 $OcPRh=1 $OcPRPJ $Ot* $WtG $WtG*
        $R4@ $R7ON* $PP> !UnRd !LONOs !OcPRVy !OtOs !WtGOs !WtGQ@ !2+) #2 &9O1 &Q/OR &ORPH &T>`T &PH &LON* &OcPR &Ot*
        &WtG &WtG* &R4@ %9O1 %Q/OR %ORPH %T>`T %PH %LON* %OcPR %Ot* %WtG %WtG* %R4@ PO9O1 -P]Pn* -Rj* -R7ON* Of9O1 OfOCJ
        QlR7ON* OdORL OdOcPRRM 09O1R@ 0O)Sx '9O1 'Q/OR 'ORPH 'PH 'LON* 'OcPR 'Ot* 'WtG #3 6) ;)
        # iotsitewise #0 !3P9 !Q: !P2AYeS7 !P2ARv !P2S7 !P2Rv !P2]= !TU !S.TU !U(O+O< !]z]= !Y!A1]ndg !Y!AYJOOOn !Y!S7
        !W] !W^ !Q@ !S[ !QU]= !`m !OlTU !Tb !RRV$ #1 7$P2T%[P 7$P2T%Se 7$P2T%SeQ7 (3, (OV (P2 (P2YeA (P2A (P2AYeA
        (P2AQUZ3 (P2T% (U(O+. (Y!A (Y!AOBQi (Qj (P< (P]Pn* (OB (C (CWZ* (P8Pa (R[ (Ol (PA* (RRV$ SzO5 $P2T%[P $P2T%Se
        $P2T%SeQ7 $gmP2T%Ub Q*VV !2+) #2 BTU BRRV$OOP2T% 7BOlTU 7DOlTU 7-P2T%Se &3, &P2 &P2A &P2AYeA &U(O+. &Y!A &Qj &P<
        &C &R[ &Ol %3, %P2 %P2A %P2AYeA %P2AQUZ3 %Y!A %Qj %P< %C %R[ %Ol %RRV$ DTU DRRV$O*P2T% OmS+k+Ob SzOV -P2AQUZ3
        -P]Pn* -P8Pa -PA* '3, 'P2 'P2A 'P2AYeA 'P2AT%P_ 'P2T% 'Y!A 'Qj 'P< 'C 'CWZ* 'R[ 'Ol #3 6) ;)
        # iottwinmaker #0 !PUPc !Uh !R. !OJRhO< !Rv !if !PBO< !PBOn !2+) !Ss #1 SzO5 $PUOW $Q? $OJRh. $TCO~ $T%Se
        $T%SeQ7 $_( $PB. $P% #2 7-T%Ub O;OJRh. &PUOW &Q? &OJRh. &_( &PB. &P% %PUOW %Q? %_( %PB. %P% 'PUOW 'Q? 'TCO~ '_(
        'P% #3 6) ;)
        # iotwireless #1 $PH $O)@ $L*OZ)Pc $W4G $ON[{OZ)Pc $PF* $Pw $Rm/ $Rm/O3 $KU%* $RF9 $U6 $U6* $U6Sy $)L* $)ONR<
        $)U6 $=J $=@ $QcO) $QcO)O+G $QcO)Q> $QcC $QcCOP $QcCg4TZ $QcCQ> $QcCG $QcCGOQ !Um !O)P^ !Rd+QcO)O+G !LOs !W4Q'
        !RmO, !RmO,OZW4G !KU%Os !RFQr !U6Os !^tUL !=P^ !2+) !QcO)O+Q' !QcRd !QcCGQu !QcS[ #2 BSG9OoRF9 BRm/OoW4G
        BQcO)OoW4G BQcO)OoRm/ BQcO)OoPR BQcCOoOP BQcCOoPR O;Rm/O3 &PH &O)@ &W4G &Rm/ &KU%* &=@ &QcO) &QcC &QcCG &QcCGOQ
        %PH %O)@ %W4G %Rm/ %KU%* %^tUL %=@ %QcO) %QcO)O+G %QcC %QcCG %QcCGOQ POQcO) DSG9O*RF9 DRm/O*W4G DQcO)O*W4G
        DQcO)O*Rm/ DQcO)O*PR DQcCO*OP DQcCO*PR -U6* -)ONR< QlUf)ON[{ Ql)ONR< Od1OORm/ Od1OOQcO) 0U(BQcO)OoRm/
        0U(DQcO)O*Rm/ 0W4G 0Rm/O3 0KU%OL 0d?QcO)O+G 0QcO)O+G OaQcO) 'PH 'L*OZ)Pc 'W4G 'ON[{OZ)Pc 'PF* 'Rm/ 'KU%* 'RF9
        'U6 ')L* ')U6 'QcO) 'QcO)O+G 'QcC #3 6) ;)
        # iq #0 !VW #1 UoQ; $b& $RJ $RqRk $RqUL $RqOr $Z]RqUL $Z]@ $T/ $^9 $XJ $U1YQ $S&OX $Tv $OX $R6 ![a !^93TM !^R
        !S&RP !`w !RP !_% #2 P`RJ X6S&OX X6Tv Q}T/ SWTv &T/ &^9 &XJ &`YTv &S&OX &Ol &OX &QmTv &YQ &jkTv [eRJ %Q; OpY}PL@
        OmY}PL@ [mRJ gLOX UHRJ PKSG]v cFRqO|QW QJS&OX QJTv OdZ]RqO| OdY}RqO| _=T/ _>SG]v 'Z]@ 'T/Q_ '^9 'XJ 'OX PGQ;
        ]^S&OX ]^Tv UdR6
        # iq-permission #1 $OiOX !OiRP #2 X63Qq X6OiOX V+OiOg &OiOX QJOiOX S*OiOX ]^OiOX
        # ivs #0 !R| !f& !^2Os !XFOs !WuP+ !Wu^| !ca !U|O.`f !U|Z8P9 !PLRl !WGOs !S@R8 !dD !PAOs !OLRl !OLR8 !U? #1 7$M
        7$OLO. $M $]z $^2* $XF* $Wu $U|O.V> $U|Z8, $PLO. $WG* $S@ $S@O3 $PA* $OL $OLO. $OLO3 !2+) #2 70_AO3[6 &M &^2*
        &XF* &WuOr &U|Z8, &WG* &S@ &PA* &OLO. %M %^2* %XF* %U|O.V> %U|Z8, %PLO. %WG* %S@ %PA* %OLO. YjWu O+U|O.V> O+PLO.
        -OJ 0]z 0WuO? 0_AO3[6 N]z NWuO? NOL 'M 'XF* 'U|Z8, 'S@ #3 6) ;)
        # ivschat #0 !P8Os !a. #1 $P8* $S= !2+) #2 &RqOr &P8* &S= %P8* %O| %S= Yj: OdL 'P8* 'S= #3 6) ;)
        # kafka #0 $]y`LO@ !P7OFQz !FSo !FSoP:P1 !Rb !RbP:P1 !*XY !Os !`LO@ !S^ !iL !a6_) !YV !OFQz #1 (F (FR3 (FR3P:P1
        (FP:P1 (* (*U: (a' (QH (QHcb (OFO& $_ca~ $F, !2+) #2 7Ba6Tf 7Da6Tf &F &FP:P1 &* &a' &QH &OFO& %F %F, %* %a' %QH
        %OFO& -F, TRV. QJP7OFO& 'V.TY 'V.PA 'V.OW 'F* 'F`L> '* 'Yg 'Sm 'i8 'O?Rk 'O= 'PA 'QH #3 6) ;)
        # kafka-cluster #0 (F (FY,* (/ (QH (QHY,* (d_P, #1 QW1 #2 XpF XpFY,* Xp/ XpQH XpQHY,* Xpd_P, P$ &QH %/ %QH Ud1
        Ud1gT
        # kafkaconnect #1 (OR (ORR3 (OCTu (U!* !ORSo !UF !OC^l !2+) !U!Os #2 &OR &OCTu &U!* %OR %OCTu %U!* 'OR #3 6) ;)
        # kendra #0 !3P5Os !1O-PBO< !1RA !Q?`l !V_R. !`4 !g, ![pQXP| !O,hUjBhZP, !^I !O5V{PyUI !jC #1 7$PeO! (3P5* (1O-
        (V_ (`7 ([pQX4 (P~ (S<Q^ (O5V{Py! (O5V{O$ (_6 $O5V{ $Rx !2+) O5 Vv #2 BR.OOV_ B`lOOR. 7%Pe 7%[pQX4 7-Pe b2O5V{
        &3P5* &1O- &V_ &`7 &[pQX4 &P~ &O5V{Py! &_6 %3P5* %1O- %V_ %`7 %P~ %S<Q^ %O5V{Py! %_6 DR.O*V_ D`lO*R. -S<Q^
        01O-PB. N1O-PB. ThSZ '3P5* '1O- 'V_ '[pQX4 'P~ 'O5V{Py! 'O5V{O$ '_6 #3 6) ;)
        # kendra-ranking #0 ![3OBSM #1 ([3OBO~ !2+) [3 #2 &[3OBO~ %[3OBO~ '[3OBO~ #3 6) ;)
        # kinesis #0 !d8 !OL_u !U? #1 (9O0 (Sl (OL (OLY% (OLQi $Sa $), $VI`K !2+) !2+OL XcOOVI #2 &OL ^'OLRw`k %), %OL
        POOLY% OpbaSm OmbaSm XEOLRw`k Y:PdYl Tsd8 -S) -Sa -), OfOLY% j*VI 0OLPn NOLPn '9O0 'cLS)WL 'VITY 'OL^Z 'OL_C]R
        #3 O`2OOOL Oy2O*OL 6) ;)
        # kinesisanalytics #0 !QY #1 &?WDQM (? (?R3 (?O: (?> YkQ!PP $?PJ !?So !?Rx !?O@ !2+) #2 O`?Q/V}P8Tt O`?Q!
        O`?Q!VA* O`?TO O`?T81O- O`?OF* &? &?O: %? %?Q/V}P8Tt %?Q!VA* %?TO %?T81O- %?O: %?OF* W|? 0? N? '? '?QQ* #3 6) ;)
        # kinesisvideo #0 (h9)* ([=M (OL !U,OAOs !g: ![=R| !U? #1 (U,* (O>RC* (PhPA* (Ot* (OLPA* $ex $O%O/O(Q)QKO3SBQCO2
        $1J $Q)O2O(QKO3SBQCO2 $gSOuO$ $T4 $Ph $Ph+g9! $[=MJ !2+) !2+OL #2 P$W&XK P$W&_A &[=M &OL %U,* %[=M %OL Z|PAO3
        Z|PAO3W&_A -Ph Od_MhSOOXK 0U,*' '1Rw 'O>RC* 'PhPA* 'Ot* '[=M 'OL 'OLPA* #3 6) 6OL ;) ;OL
        # kms #0 !T- !Rs !O.P9 !O.d. !Rl !)2 !iTRs #1 (OCO.WM (O. $O., $O.VGO! $RZ+O+ $PLO. #2 O;O.V] P$OCO.P> &P6
        &OCO.P> &O. bK %P6 %OCO.P> %[rO.`X fPTgTf OpO. OpO.VG YjOCO.P> OmO. OmO.VG [l Q=1O. Q=1O.V> Q=1O.V>a`cg
        Q=1O.a`cg Q=W= Q=cu O+O.`X `|[lO* `|[lOO VuO. Z:O.Sn^) PMO.V] X` aHREPjO. 'P6 'OCO.P> 'O.Zd 'XVPj Sf SfW= #3 6)
        ;) #4 &Qq -O., iUQq S*Qq
        # lakeformation #0 !1ZXQP !R1V4WBc' !O} !On !IPAhY !aR #1 (R1V4O8Rp* () (WP $1ZXQP $1R1S< $1R1O0 $W/O}+XS $O2QA6
        $O2QA6Yn $O5PJ $O5Q> $)O2QA2 $IWs $aJWgUVRc $aJWgIRc $V~SRQX $V~Xf !O2QA6bj !O2QA2 O6U*OZO2QA2 O6SrOZO2QA2 #2
        O;WP W*WP &1ZXQP &O2QA6 &O2QA6Yn &R1V4O8Rp* &R1V4WBPz %1ZXQP %O2QA6 %O2QA6Yn %R1V4O8Rp* %R1V4WBPz %WsSnO; PO)
        ^;WP $13 Of) Of)Oo`s3 0O5^j 0WP '1ZXQP 'O2QA6 'O2QA6Yn 'R1V4O8Rp* ') 'IWs 'IPAZ, #3 O`O2QA2OO) OyO2QA2O*) #4
        7QqO} 7S*O} QqO} -1R1O0 S*O}
        # lambda #0 !T- !P)TQ !P&R(SI !X>Q@OZP* !LO-Vl !P*LQ*SI !P*QMSI !P*O@OZP)Ow !Yv !YvOZP&R(O$ !S}O@ !c; !R'Y$SI
        !O@OZP* #1 $9O0 $P6 $P)Ow $P&R(O$ $X>OB $X>OBQ7 $X>OBPJ $LO-Q^ $P* $P*P&R(O$ $P*Y$ $P** $P*LQ*O$ $P*c}O$ $P*P{O$
        $P*QMO$ $S}> $S}>, $, $R'Y$O$ $R7T^O$ !2 #2 etX>OB &P6 &P)Ow &P&R(O$ &LO-Q^ &P* &P*QMO$ %P6 %P)Ow %P&R(O$ %LO-Q^
        %P* %P*P&R(O$ %P*Y$ %P*LQ*O$ %P*QMO$ %S}> %R'Y$O$ Q*Y] Q*P* Q*P*QM UzP)Ow SqS}> Sq> -P*P&R(O$ -P*Y$ -P*LQ*O$
        -P*c}O$ -P*P{O$ -R'Y$O$ -R7T^O$ OdX>OB]tZs OdX>OB]tYx OdX>OB]t]P NX>OB 'P6 'P)Ow 'P&R(O$ 'LO-Q^ 'P*P& 'P*P&R(O$
        'P** 'P*LQ*O$ 'P*QMO$ #3 6) ;) #4 O`S}>Oi O`Oi OpO? OmO? OyS}>Oi OyOi
        # launchwizard #0 !X3S^ !WUOn !O^P+ !O^S:O@ !TJ !R'U' !)SX`1 !O0P| !QdO^Pa !QdO^`h !ab #1 (X3PY (R'E (R4P+ (O04
        $O^ $O^S:> $W9dP $PoPS $)SXSy $)P[ $O04 $Qd $QdP2 $QdTU $QdO^S: !2+) #2 &X3PY &O^ &O04 %X3PY %E %O^ %O04 -O04
        0R4 'O^ 'O04 #3 6) ;)
        # lex #0 $P?T- $P?MOY $P?O@ $Xw $V6O@ $[u $cQ $T|OWO@ $T|Pc $a[QN ![Oa[ !P?P6^| !P?T- !P?U%Px !P?R| !P?h- !P?Px
        !P?^| !P?)^B !P?>^| !P?O@ !Xw !b%Pz[u !b%PzT|Pc !OCSCS5 !U. !Zz !V6Pw !V6]- !V6S@Pw ![u !]<[u !O3SU1 !O3Pw !T|Pc
        !a? !OaQ@ !OaP| O6S.jP #1 (P? (P?P6 (P?U%P[ (P?M (P?[| (P?P[ (P?U8 (P?)RC (P?> (OCSC (OCSCOJ (O7 (O+ (V6 (), (T|
        (T|OW (OaOB (Oa4 (Oa4bWOT (Oa4RC Q=P?fk $P? $P?P6 $P?MO1 $_dV6 $_d[u $_dT|Pc $O7 $O+ $V6 $QB $O3 $T|OW $OaOBUgQM
        !2+) !OaOBReS5 !Oa4Sa #2 7&OCSCPp 7%OCSCPp 7'OCSCPp S0P?[| &P? &P?P6 &P?M &P?[| &P?U8 &P?> &OCSC &O7 &V6 &V6>
        &), &),SP &T| &T|OW &T|OW> &Oa4 &Oa4bWOT &PGQM %P? %P?P6 %P?U%P[ %P?M %P?MO1 %P?[| %P?U8 %P?> %OCSC %O7 %O+ %V6
        %V6> %), %),SP %O3 %T| %T|OW %T|OW> %Oa4 %a[ UXQ0 UXTS -P? -P?P6 -V6 -O3 -T|OW a!TS a!jr 0P?U% 0P?P[ 0P?)RC 0T/
        0O+ 0QB 0OaOB 0Oa4RC NP?U% NP?P[ 'P? 'P?P6 'P?[| 'P?P[ 'OCSC 'O7 'V6 '), 'T| 'T|OW 'Oa4 #3 6) ;)
        # license-manager #0 $=O0 !TU+Q$P2/ !OY+Q$* !faRs !bp+Q$*So !Q$P2O, !Q$P2a0 !Q$Os !Q$Os+O] !Q$V[Q' !Q$R=OTg?
        !Q$aB+) !Q$O@ !Z0Rs !Z0Rs+O] !Z0Z~ !Z0Z~+O] !)Wm !Xe !PQ+Q$* #1 $3Or $Qq $Q$ $Q$P2/ $Q$P2U< $Q$* $Q$V[G
        $Q$R=OT^C $Q$PQ !Z~ !2+) #2 P`Qq PtPzQ$ b.e^Q$ b.Q$ &Qq &Qq> &Q$ &Q$P2/ &Q$P2U< &Q$* &Q$V[G+) &Q$R=OT^C &Q$> &Or
        %Qq %Q$ %Q$P2/ %Q$P2U< %Q$* %Q$R=OT^C %Or ^;Q$f0 QJQq 'Q$P2/ 'Q$P2U< 'Q$* 'Q$R=OT^C 'Q$aB+) #3 6) ;) #4 '=O0
        # license-manager-linux-subscriptions #1 $UZOSOw $=O0 !c?OSO_ !c?Sb !UZOSTQ !2+) #2 POOSOw OfOSOw '=O0 #3 6) ;)
        # license-manager-user-subscriptions #0 !O8TQ !O_ !Q$OuQ< !PbSb !:OY #1 !2+) #2 B: &Q$OuJ %Q$OuJ POO8Ow D:
        OfO8Ow 0PbOS NPbOS 'O8OwO0 #3 6) ;)
        # lightsail #1 $WSXO $[Q $Q-Rx $Y` $O[3Rl $O[ZS $O[PF1 $WX $ZS $Sh $Q/V4PXSa $OG^Y $QTO/P-O4OJ $QTT4 $QTON
        $QT=TJ $QT=PF1 $QT=hw $QTS? $SXSy $W- $W-O: $W-Rx $bX $Q1ZS $Q1[zP@Ql $Q1PF1 $UG $H $RB $O7O:Sa $5 $5PF1 $5].X$
        $5O: $5Rx $5PJ $O_ $O.V> $O.`f $Q+Qy $Q+QyPF1 $Q+Qy]TSh $Q+Qy]TP9 $Q+ZL $R3 $So $So+) $Td $T)QG $T)QGY` $T)QGZS
        $T)QGP+ $T)QGONP+ $T)QGONU? $T)QGPF1 $T)QGRZ $T)QGO: $T)QGRx $T)U* $X_Q7 $Z?Po $Z?`I Y>OFhi #2 X5Z?Po QsOPOOQ1
        QsW- QsO_OOQ+Qy QsQ+Qy]TOP QsZ?Po [[5PL`n Q5O: &O[ &O[3O. &OP &Q/V4PX &OG[% &QT= &QT=O^ &QT=TyUJ &W- &W-O*O:
        &W-O: &Q1 &H &HU- &YwSBO4O33PV &5O: &O_ &O_O*O: &O.V> &Q+Qy &Q+Qy]TOP &T)QG &T)QGO*O: &T)QGO: %R& %Q-O: %O[
        %O[3O. %OP %OG[% %QTO> %QT= %W- %W-O: %Q1 %H %HU- %5 %5O: %O.V> %g|SjRl %Q+Qy %Q+Qy]TOP %T)QG %T)QGO: Q~OPO*Q1
        Q~W- Q~O_O*Q+Qy Q~Z?Po OpO`Sn UoP]O.V> OmO`Sn O7O: $53PV O+O.V> S95PL`n TaOF -R& -5PL`n TR5 TRT)QG OfQTO> VDZ?Po
        QlQ1P@ OdOG[%RH 4PoPSOW 4)3+O[ X_5gQ 0YwSBO4O3 05 0T)QG NYwSBO4O3 N5 NT)QG OaR& jfOF 'O[ 'O[T< 'QT= 'Q1 'Q1T<
        'HU- '5OJPa 'Q+QyPD 'T)QG 'T)QGRZ #3 6) ;) #4 $T)QGXK:TP
        # logs #0 (9P9 (*QD (bP (PuUm (PuRA (Um (O7Q' (SKY| (O+GZM (O+Q' (P~P9 (ONO, (ONU? (W<Sr (PFW2 (Tw (O5Qu ()P9
        (OSW2 !VTON/SA !]g !R.+ON/ !U/ !ONQxX= !ONbP !ONO, !ONO,+Q? !ONO,+O5 !QmTw !RA+O(RIIOb !2+) !2ON/ #1 QPONP+
        $1Qg, $Pu $PuPH $PuPH, $PuO- $Ob $ONQxQ[ $ONPu $ONP+ $ONZu $ON/Zu $ONS) $W<I $O5QX $QmO5 $QmO5Q7 $X( 0VhdT 0O5
        NVhdT NO5 OaPFQP OaX( jd #2 B[xO. BO-OOO(RIIOb RJOoXvOr O;O7G O;O+G &Pu &O7G &O+G &ONQxQ[ &ONPu &ON/ &ONOL &W<I
        &QmO5 %9, %1Qg, %Pu %PuPH %PuPH, %PuO- %PH %P~, %Ob %ONQxQ[ %ONPu %ON/ %ONOL %W<I %PFQP %Oe8 %O5OQ %Rw, %QmO5
        %OSQP %X( D[xO. DO-O*O(RIIOb giOoO(RII PK ]5OoOe -9, -XvOrSu -1Qg, -PuPH -PuPH, -PuO- -PH -PH, -P~, -Ob -ONP+
        -ON/V]Qg -PFQP -Oe8 -O5OQ -Rw, -OSQP -X( 'Qx 'Pu* 'ONQxQ[ 'ONPu 'W<I 'QmO5 #3 6ON/ 6) ;ON/ ;) #4 %), -),
        # lookoutequipment #0 !1S|O< !W^ !Pfd0 !TLO, !Ve !AO@ !S7 !Z9d0 !ipQ> #1 (1S|. (P< (PfTz (TL/ (A (A> (), (Z9Tz
        fQ !PfP+ !PfQ@ !2+) #2 &P< &PfTz &TL &TL/ &A &Z9Tz %P< %PfTz %TL %TL/ %A %), %Z9Tz O+P< O+A> -), 01S|. 0PfTz
        0Z9Tz NPfTz NZ9Tz 'WSA> 'PfTz 'TL/ 'A 'Z9Tz #3 6) ;)
        # lookoutmetrics #0 !X4 !QxX= !Qx/WHPw !Qx/SA !Qx/RRV$ !PFP| #1 (St (QxP}Q@ (QxQ[ (PF4 $Qx/ $1RnPw $SZ $WJ1 !2+)
        #2 TTQxQ[ eKOaQxQ[ &St &QxQ[ &PF4 UkQxQ[ %St %QxQ[ R-PF4O$ -SZ 'St 'QxQ[ 'PF4 #3 6) ;)
        # lookoutvision #0 !AU4O< !S7 !Tb !TF[j #1 (P< (A (AU4. (Ol (TFP} !P<Up !2+) #2 &P< &A &Ol %P< %A %Ol R-]g 0A
        0AU4. 0TFP} NA 'P<Up #3 6) ;)
        # m2 #0 !QY !T2 #1 $? $?> $7.OB $14PV $14O7G $14O+G $O^ $O9 $iyeZQM !?O@ !7.Qu !7.Q@ !7.Z7TB !14O7Q7 !14O+Q7
        !1P| !TJ !R~O@ !2+) #2 O;7.OB &? &14O7G &14O+G &O^ &O9 %? %?O*O9 %O9 0? 07. N? '? 'O9 #3 6) ;)
        # machinelearning #0 (7]1 (1RA (Ym (OIO2S7 (2 #1 $7Wx $1O- $Q6 $OIO2A #2 &7Wx &1O-O*QCO%O( &1O-O*[0 &1O-O*O(RI
        &Q6 &OIO2A &W{J %7Wx %1O- %Q6 %OIO2A %W{J ]0 '7Wx '1O- 'Q6 'OIO2A #3 O`2 %2
        # macie2 #0 !STUI !R,SxQr !V1O< !V1]F !OC1^G !Q( !Q(W2 !TK !Oc1^G !Q_ !O]P4Qr !)@Ug !)@[j !a9V5QD #1 7$OC1^G (WX
        (V1. (O]* $VS9 $ST! $R,Sx* $O[Q> $V1O7* $V1S> $OC1W8 $T3Q> $Q( $Q(QP $Q(cq* $TKTY $^UO3 $XK9 $Pi $)@ $a+* $d61cY
        $d61cYSF $a9V5< $PQQ> $PQdZ !2+) O6On #2 P`RX 7'R,SxQr &ST! &V1. &OC1W8 &Q(QP &TK &Pi &WJQ( [eTK %ST! %OC1W8
        %Q(QP %TK %Pi Op^U OpO]P49 DO*VS9 DO*XK9 DPi Om^U OmO]P49 -V1O7* -Q(cq* OaOC1W8 'ST! 'R,Sx* 'V1. 'V1S> 'Q(QP
        '^UO3 'PiO3 'O]* ')@ ')@[j 'a+* 'a9V5< #3 6) ;)
        # managedblockchain #0 !]d !TK !Q_ !W@ !S^ !`w #1 $Xk $Pi $K $PY $Tv Q*_&azcC Q*_&azdV Q*_&cicC Q*_&cihHdV !Tvj|
        !2+) #2 &Xk &Pi &K &PY &Tv %Xk %Pi %PY QJRX 'Pi 'PY j{SnTv #3 6) ;) #4 YwQpQ8 Q* P-Q2O(Q8
        # managedblockchain-query #0 !P2f4 !g1WPP+ !OreO !WPP+ !aR #1 7$Or__ $P2_w $Or__ $WP
        # mapcredits #0 !S.co !csZa !csYR
        # marketplacecommerceanalytics #2 Q=14 0V%1O7
        # mechanicalturk #0 !Xt+Q)O4Q8 !a|hh !Q)O4aV !Q)O4aV+VCOW !VCRP !VCPc !R6,QX+Q)O4Q8 !iWQ)O4aV !U!ZP !_EOoVCOW #1
        $9__ $Rz $PCPGSBQCO2 $Q)O4Q8 $VCii $VCOW #2 P`VCOX X6Rz BVCOoU! &X3Xt+Q)O4Q8 &Q)O4Q8 &Q)O4Q8OW &Q)O4Q8OoQ)O4Q8OW
        &VCOW &U!Py %Q)O4Q8 %VCOW %U!Py DVCO*U! S8_E QJRz QJVCOX Oda| OdOaLOt 'Zr+Q)O4Q8 'Q)O4Q8R6O! 'Q)O4Q8OWS_Q)O4Q8
        'OtO0 'VCOW
        # mediaconnect #0 !ea ![n !V` !CO_ !S[ !TA !Z4 !R$^L !R$KY< !R$XR #1 (Sv (OE (OEO-OJ (OEO-aM (C (C5 (T` (Qa
        YkCWCJ $R$Q! $R$Q!O-OJ $R$Q!aM $R$KQU $R$TO !2+) #2 O`SvXR O`SvRA O`OEPhU? O`OEXR O`OERA O`OEOFY< BR$KQU &Sv &OE
        &C &R$Q! &R$KQU &R$TO %Sv %OE %C %R$Q! %R$KQU %R$TO POC5 QqOE[n WCC R5T` OySvTO OySvO- OyOEPhOL OyOETO OyOEO-
        OyOEOFQU Z7R$Q! Z7R$TO S*OEXA 0OE 0R$Q! 0R$TO NOE NR$Q! NR$TO ThCPJQ4 j<R$Q! 'Sv 'SvTO 'SvO- 'SvPJ 'OE 'OEXA
        'OEPhOL 'OETO 'OEO- 'C5 'R$Q! 'R$KQU 'R$TO #3 6) ;)
        # mediaconvert #0 (Q< !.QD !O< !cl !U~ !O@ O6O< #1 $. $.< $, $Z. $PI !2+) ]3 #2 BOP O;. &. &.< &Z. &PI &)Pl %.<
        %, %Z. %PI DOP -, '.< 'Z. 'PI #3 6) ;)
        # mediaimport #2 &QGeWO:
        # medialive #0 !X4 !MUWO, !R| !Q/V}R&<O, !Q/V}R&QD !FX4 !Rb !LSv8<O, !LSv8QD !Q!O)_7 !Q!Rd !Q!O=O, !^L !VpX4
        !Vpco !hG !W@ !S^ !TA !Z4 !]GRA !T{cE !2+) !O@ #1 (9* (M (MUW/ (F (Q! (Q!O) (Q!O)aM (Q!O=/ (Vp (VpU7 (K (PY (T`
        (Qa (PM (]GO- (jG $Q/V}R&< $Q/V}R&</ $LSv8< $LSv8</ $T{T@ #2 P`Q!O)Rh 7% 70 7N 7'PM O;Q!O)Rh X9O) &M &MUW/
        &Q/V}R&< &Q/V}R&</ &F &LSv8< &LSv8</ &Q! &Q!O=/ &Vp &VpU7 &K &PY &PYPs[; &RFQ! &]GO- &T{T@ %M %MUW/ %Q/V}R&<
        %Q/V}R&</ %F %LSv8< %LSv8</ %Q! %Q!O=/ %Vp %VpU7 %K %PY %Qa %PM %]GO- %T{T@ WCYZ R5T` TRQ!O) QJQ!O)Rh Z7MVs 0M
        0%Q{O^ 0Q!O) 0Q!O)QQS, 0Q{O^ 0Vp 0'T{T@ NM NQ!O) NVp ThYZPJQ4 RhQ!O) '9* 'M 'MZZ 'MUW/ 'Q/V}R&< 'Q/V}R&</ 'F
        'LSv8< 'LSv8</ 'Q! 'Q!O) 'Q!O=/ 'Vp 'VpU7 'K 'PY 'PYPJ 'Qa ']GO- #3 &2 %2
        # mediapackage #1 (M (Y3. (QfJ !R| !Y3O< !QfQ< !2+) #2 X;TM &M &Y3. &QfJ %M %QfJ Z:MRc 'M 'QfJ #3 6) ;) #4
        Z:XFJRc
        # mediapackage-vod #0 !TU !U4Os !U4O, #1 (P2 (U4* (U4/ !2+) #2 X;TM &P2 &U4* &U4/ %P2 %U4* %U4/ 'U4/ #3 6) ;)
        # mediapackagev2 #0 !MO, !R| !Y3O< !QfQ< #1 $M $M/ $M, $Y3. $b|OM $OM $QfJ $QfJ, Y3OM !2+) #2 O;Y3. &M &M/ &Y3.
        &QfJ %M %M/ %M, %QfJ %QfJ, -M, -OM -QfJ, QlMPJ QlQfJPJ 'M 'M/ 'QfJ #3 6) ;)
        # mediastore #0 (QT (OM !f1 !S5 #1 $QT, $_y, $Pq, $PF, $OM !2+) #2 &QT %QT %_y, %Pq, %PF, %OM -_y, -Pq, -PF, -OM
        03P8 N3P8 #3 6) ;) #4 %QT, -QT,
        # mediatailor #0 !U|Os !^nXZ #1 (M (VhO- (U7 (O-Q% (][O- $M, $MPM $U|* $^nPM !X4 !R| !VhRA !O-Vi !2+) !][RA #2
        X;TM+M X;TM+U|* &M &VhO- &^nPM &U7 &O-Q% &][O- %M %VhO- %U|* %^nPM %U7 %O-Q% %][O- -U|* 0M NM 'M 'VhO- 'U7 'O-Q%
        '][O- #3 6) ;) #4 %M, -M,
        # medical-imaging #0 !O%O4ODQ2OIO+O< !_~ !O>4O@ !2+) #1 $O%O4ODQ2OIed $O%O4ODQ2OIO+. $O%O4ODQ2OI5 $O%O4ODQ2OI5g;
        $O%O4ODQ2OI5OJ $O%O4ODQ2OIV$OJ $W_ $O>bw $O>4 $O>4OJ O6O%O4ODQ2OIO_ O6O%O4ODQ2OIV$ O6O%O4ODQ2OIj1 O6O>P| #2
        Q5O>4 &W_ %W_ %O>4 0O%O4ODQ2OIO+. P>O%O4ODQ2OI P>O%O4ODQ2OIj2 'O>4OJ #3 6) ;)
        # memorydb #1 (ah (Rb (R~O@ (P+ (REPjRb (REPjQ,O, (REPjRZ (Q,O, (RZ (QwS^ (QwS^TA (=X- (Rx (R)O, (QE !WUREPjFX-
        !WUPYOWX- !2 #2 7'F P$ Q5O: &Ra &F &REPjF &Q,/ &O: &R)/ &: %Ra %F %REPjF %Q,/ %O: %R)/ %: Y/VI YEREPjFO?
        R5QwS^T` QlQ,/ 'Ra 'F 'REPjF 'Q,/ 'R)/ ': #3 6) ;)
        # mgh #0 (Y6PjU) !?X$ !Q.R_ !Q.Xf !O&WI !Qz ![bUg !UnOn !QBGX- !QBQ' !Wy'U? !O-On !2+) #1 (?PJ (Q.OH (Q.SR (QBG
        $O& $Y6Pj #2 P`O& BQ.SROg B[bSD BUn) BO-) 7BUsOgOoO& 7DUsOgO*O& &Q.OH &Q.SR &Y6PjP5 &Wy'OL %Q.OH %Q.SR %O&
        %Y6PjP5 %Wy'OL DQ.SROg D[bSD DUn) DO-) O+QBG S8?PJ S8QBGPJ -)Oj QJO& #3 6) ;)
        # mgn #0 (O< (Pm*QD (O?*QD (O-U= (YWb3 !QY !O7^5 !U. !O+^5 !O+PCfr !Zz !OcQr !KQBXq !KQBP;QX !KQBP&RCZ= !KQBP&^B
        !KQBQu !KQB`%X! !KQB`%X!bN !KQBTJ !KQBQ@ !KQB[~RGf/ !KQB[~Z= !KQBQ^X- !KQBVl !O-OuQ: !<Q: !k& #1 (.ONS5
        (O?OuOY+R> (O:RP+R> $9O0 $OARM+R> $OAb?V!Rk+R> $OAY;TU+R> $OAO?Rk+R> $OAR7*+R> $OAO:Za+R> $MYd+R> $Pm* $KQBOQ
        $KQB[~RGb@ $O?* $YWP7Yd+R> !UF !2+) SfP7Og+R> #2 Q}? Q}]] BQY BO-U= 7&Q3O:/+R> 7%O:OX+R> Q4Ouh)fEPJ &? &OR &Pm*<
        &KQBOQ &O?*< &YWP7+R> &]] %? %OR %. %Pm*< %KQBOQ %O?*< %O-Ou %YWP7 %]] DQY DO-U= YjO*= bqbF ^J= Z{P7OP+R> cFW&e<
        S8OASu+R> S8OA_t+R> S8OAbU+R> S8OAO?Wy+R> S8YWP7j.+R> YEO? -O-OuOV -<OV OfOA+R> OyO-OuOV Oy<OV V!O? YK1O?
        OdOATM+R> OdOAPw+R> OdMRMRe+R> OdP7TM+R> OdP7Pw+R> OdYWP7RMRe+R> OdYWP7TM+R> OdYWP7Pw+R> 0bF 0O7 0O+ 0O+PCWb
        0KQBP; 0KQBP&RC 0KQB`%X!V] 0KQBO^ 0KQBQ^ 0KQBQ^' 0O? 0Oa NO? ScP.O_ _=? _=]] '9O0 'OAZK+R> 'OAV[Rk+R> 'OAO?Rk+R>
        'OAO?]5PJ+R> 'OAO-Rv+R> '? 'OR 'Pm* 'Pm*< 'KQBOQ 'KQB[~RG 'KQB[~RGb@ 'O?* 'O?*< 'O-Ou 'O-OuO?OW ']] #3 6) ;)
        # migrationhub-orchestrator #0 !^l !<R`O, !<U_ !QD !OUR`O, !OUU_ !WR #1 $O| $< $<R` $<R`/ $OU $OUR` $OUR`/ !2+)
        #2 &< &OU &OUR` &OUR`/ %< %OU %OUR` %OUR`/ OfTu YKOUR` OdO| 0OU NOU '< 'OU 'OUR` 'OUR`/ #3 6) ;)
        # migrationhub-strategy #0 !e0U= !ar`h !?Uh !b7 !O+PCG !gwUg !U= #1 $arS: $?PUPV $?PUaE $P/ $O+PCG $[zP/P, $O|
        $S;R! $S;Qi $P[OTPV $OuPV $OuaE #2 -ON1 -PF1 -S;R! OfZ[ OdO| 0P/ 0O+PCG 0P[OTRC NP/ '?PUO$ 'Z[* 'OuO$
        # mobileanalytics #1 $g2T* $T* #2 -P+
        # mobiletargeting #0 $?O0 $QSXm $QSO@ $ZU $R| $O7O< $O+O< $W:R_ $TcOs $RGO7O< $RGO+O< $RGO@ $Z= !gx !<O@ !QD #1
        $_JM $VUM $VUU[M $VU[KM $VU[KU[M $E $?[d`y`M $U' $_^M $QS $QS[d`y`M $QS> $O{M $O{< $J $LOL $O7. $`;M $O+. $PzEUL
        $PzE< $W: $W:[d`y`M $W:OBS-Pw $W:OBPw $W:OHOBS-Pw $W:OHOBPw $YH< $Tc* $T* $RG $RG> $Z>M $Z>< $:Q< $PNM $PN< !2+)
        QRQeSS #2 &E &QS &O{< &O7. &O+. &PzE< &W: &YH< &Tc* &RG &Z>< &PN< %_JM %VUM %VUU[M %VU[KM %VU[KU[M %E %_^M %QS
        %O{M %O{< %J %LOL %`;M %PzE< %W: %YH< %Tc* %RG %Z>M %Z>< %:Q< %PNM %PN< -LOL -P+ OyOj OdUL OdQ2Q8P-O| OdQEUL
        '_JM 'VUM 'VUU[M 'VU[KM 'VU[KU[M '?O0 '_^M 'QS 'O{M 'O{< 'J 'Q<7 '`;M 'PzE< 'W: 'W:PJ 'YH< 'Tc* 'RG 'Z>M 'Z><
        '<WS> 'PNM 'PN< SfQ2Q8P-O| #3 6) ;)
        # monitron #0 !Ol:OY !Tb !:3OgOY #1 $Ol $OlP4: !2+) #2 &Ol %Ol 'Ol #3 6) ;) #4 BOlP4: &Ol:O1 &:3OgO1 %Ol:O1
        %:3OgO1 DOlP4: !OlP4QE
        # mpa #0 !R+VK !O8RA !P9 !,O@ !)P9 !R8 !2+) #1 $R+T: $O8O- $,> $), $O3 #2 O;O3 &R+T: &O8O- %O8O- %gXR+T:>
        0WSR+T:V] 0R+T:TV 0O3 'R+T: #3 6) ;) #4 %), -),
        # mq #0 !a~ !*XY !Os !2 !QE #1 (V. (V.R~Pc (V.5Pa (* (*U: (: #2 &V. &* &U8V. &: %V. %* %: ]6 TRV. 'V. 'V.3* '*
        ': #3 &2 %2
        # neptune-db #0 !^SO< !OIO21VAO< !OIO2Q< !OIO2ASdO< !OIO2AVNO< #1 $R~O! $RDQi $^S.O! $OIO21VA.O! $OIO2JO!
        $OIO2ASd.O! $OIO2AVN.O! $O5O! $Q>O! $OLSa QW1XhO5 #2 O;^S. O;OIO21VA. O;OIO2ASd. O;OIO2AVN. O;O5 &OIO2J %1XhO5
        %OIO2J %Q> [$Q> QlQG 0^S. 0OIO21VA. 0OIO2ASd. 0OIO2AVN. Ud1XhO5 dv
        # neptune-graph #1 $R~O! $O7G $RD $RDO: $RDQi $O+G $SpRDJ $O5O! $Q>O! !O7Q' !RDRx !`> !O+Q' !SpRDQ< !Tw !2+)
        QW1XhO5 #2 O;O7G O;O+G O;O5 &RD &RDO: &RDjqO+G &SpRDJ %1XhO5 %RD %RDO: %SpRDJ QlRD P3RDO*O: 0O7G 0RD 0O+G NRD
        'RD Ud1XhO5 #3 6) ;)
        # network-firewall #0 !P;T* !PEP9 !g3 !OESo !cp !QkOs !Qk8O, !8O, !Q8O2O(V5Os !2+) !OFJOY #1 (PE (PEOJ (PE,
        (OER3 (P8* (Qk (Qk* (Qk8 (Qk8/ (), (8/ (8/OJ (8/Qi (Q8O2O(V5* (OFJO1 $P;OTQX !OER3QX #2 P`KPEOzCQ; BSFX2 BPE,
        BZ@ Qs8O,OOQk* &PE &PE, &Qk &Qk* &Qk8/ &QkP0 &8/ &Q8O2O(V5* &OFJO1 %PE %PE, %KPEOzCQ; %Qk %Qk* %Qk8/ %QkP0 %),
        %8/ %Q8O2O(V5* %OFJO1 Q~8O,O*Qk* DSFX2 DZ@ -), QJKPEOzCQ; 0P;OT 0OE[W 0OEbs 'SFRiQ4Qg 'PEP;O0 'PE%Qg 'PEZd
        'PEPn* 'PE, 'PE,Q4Qg 'P8* 'Qk 'Qk* 'Qk8 'Qk8/`r 'Qk8`r '8/ 'R)Q4Qg 'Q8O2O(V5* #3 6) ;)
        # network-security-director #0 !9SA !Q( !Pg !iG !On #1 $T3 $) #2 'T3
        # networkflowmonitor #0 !Z& !]F #1 $Q{ $O5QXQ{VMV2 $O5QXQdPgVMV2 $O5QXQdPgVMV21 $O5O!Q{VMV2 $O5O!QdPgVMV2
        $O5O!QdPgVMV21 $S> !2+) #2 &Q{ &S> %Q{ %S> Sq 0O5Q{VMV2 0O5QdPgVMV2 0O5QdPgVMV21 NO5Q{VMV2 NO5QdPgVMV2
        NO5QdPgVMV21 'Q{ 'S> #3 6) ;)
        # networkmanager #0 (Q]W@ $Qz $SYCOY $Rd $PKOY $Wp $_- $OzCP$TaOY $OzCZ2 !Q;P_,OY !VW !P$`i !RNK,O@ !RNKS'!OY
        !RNKP_TZ !RNW@ !O]=3O! !hj #1 $P$Q; $P$Ta $P$TaOY $RNK $RNKQ4P+ $RNKQ44 $RNK, $SJP$CQ; $K)^! $K)]= $KOn $KU;
        $KR9 $), $OkP; $S+OOS+QbQ; $OzCRu $OzCOkIQ; $OFQ; !2+) #2 P`Q; BP$Ta BSYC BPK BOzCP$Ta &P$Q; &P$Ta &O& &RNK
        &RNKS'!O1 &O) &SJP$CQ; &Q]K &PK &S+ &S+OOS+QbQ; &OzCRu &OzCOkIQ; &OFQ; %Q; %P$Ta %O& %RNK %RNK,> %RNKS'!O1 %O)
        %Q]K %PK %Ru %S+ POOzC DP$Ta DSYC DPK DOzCP$Ta SzRNKQ44 -Q;P_,TL -RNK, OfOzC QJQ; OyQ;P_,TL P3RNK,> 0OkP; 'O&
        'RNK 'O) 'SJP$CQ; 'Q]K 'PK 'K)OJ 'S+ 'OFQ; #3 6) ;) #4 %), -), 0O]=3'
        # networkmanager-chat #0 !T/UL ![a #2 O;O|R^ &T/ %T/ S8T/Y>WS OdT/O|
        # networkmonitor #0 !Z& #1 $Q{ $]3 !2+) #2 &Q{ &]3 %Q{ %]3 'Q{ ']3 #3 6) ;)
        # nimble #1 $bd $ToT@ $Pm@ $Pm@PV $Pm@ga $Pm@Pi $QKO> $QKO3 $QKO3P! $QKO3OL $Rg $RgPU $RgPi !bddz !be !Pm@Q_
        !PmP^ !QKT4 !QKO3VX !QKR8 !RgUh !RgQ_ !dK !2+) #2 P`be &Pm@ &QKO> &QKO3 &QKO3OL &Rg &RgPU %Pm@ %Pm@Pi %QKO>
        %QKO3 %Rg %RgPU %RgPi -Pm@Q_ -RgONP+ -RgQ_ 0QKO3 0RgO(O(Q2*iI NQKO3 'Pm@ 'Pm@Pi 'QKO> 'Rg 'RgPU #3 6) ;)
        # notifications #0 !R| !LP0 !OcOtMOY !OcOt_mP+ !OcOtOs !OcOtP+ !PiQr !OtOs !OtP+ !Otb} !URXf !2+) #1 $L8
        $ToWBPzO! $OcOt_mL $OcOt* $OcOtL $Ot* $OtL $T73+O] #2 BM BOcOt9OG BOcOtX3M BURSR &L8 &Ot* %L8 %Ot* POOtRj DM
        DOcOt9OG DOcOtX3M DURSR -ToWBPzO! OfOtRj 'L8 'Ot* #3 6) ;) #4 OpT73+O] OmT73+O]
        # notifications-contacts #0 !O{Y& #1 $O{OG !2+) #2 TTO{OG &O{OG %O{OG OdXlP& #3 6) ;)
        # nova-act #0 !OUQu !OUR_ #1 $OUOQ $OUOH !e% !S7 !R8 #2 &_I &O3 &OUOQ &OUOH %OUOQ %OUOH Q*_IR` '_I 'OUOH
        # oam #1 $PK $]J $]J, !W'Wp !Wp !i| !2+) #2 &PK &]J %PK %]J -]J, 'PK #3 6) ;)
        # observabilityadmin #0 ![YP0+O] !O(RIIU/ !2+) !R9Vs !R9P0 !R9P0+O] #1 $[Y8+O] $O(RIIOb $R9WbO! $R9Q6O!
        $R9Q6O!+O] $R9Oe $R98 $R98+O] !)R9 !)R9+O] OaR9Oe SSR9Oe* #2 &[Y8+O] &O(RIIOb &R9Oe &R98 &R98+O] %[Y8+O]
        %O(RIIOb %R9Oe %R98 %R98+O] 0R9Wb 0R9Q6 0R9Q6+O] NR9Wb NR9Q6 NR9Q6+O] '[Y8+O] 'R9Oe 'R98 'R98+O] #3 6) ;)
        # odb #0 !Q/[TXiRb !Q/Zpg` !Q/XiRb !R:S^ !V:W@ !V:RuQz #1 $Q/[TXiF $Q/ZpW9 $Q/ZpW9j[On $Q/XiF $R:PY $R:Ou
        $hR^`O! $V:K $V:RuO& $), ![TP([} !R:U= !R:R%is !g@O@ !R%O@ !2+) #2 P`U1Ps &Q/[TXiF &Q/ZpW9 &Q/XiF &R:PY &QqPl
        &V:K &V:RuO& &R?Ob %Q/[TXiF %Q/ZpW9 %Q/XiF %R:PY %QqPl %V:K %V:RuO& %), ^J= -), TRR:PY 0R:PY NR:PY 'Q/ZpW9 'QqPl
        'V:K 'V:RuO& 'R?Ob #3 6) ;)
        # omics #0 !U&O+O< !U&P>O@ !U&WM !Os !T6QW4[I !QW4XlO< !QW4O7O< !QW4O+O< !QW4PG], !QWP| !T8O+O< !T8WM !YI !OH_f
        !OHO, !OHQ' !R_ !]IWM !U] !2+) !XgO+O< !XgWM !OUO@ !WR #1 $U&O+. $U&P> $U&P>> $* $QW4 $QW4Xl. $QW4O7. $QW4O+.
        $QW4OJ $T8 $T8O+. $T8OJ $T8P> $OH $OHP@ $OH/ $OHG $O(RI3, $]IP> $Pl $XgO+. $XgP> $OU $OU> #2 XjT6QW4PG P`Pl
        7%QW4 O;U&O+. O;OH O;XgO+. SWT6QW4PG &U&P> &U&P>> &* &T6QW4PG &T8P> &OHP@ &OH/ &]IP> &Pl &XgP> &OU &OU> %U&P>
        %U&P>O@ %* %T8 %T8P> %OH %OHP@ %OH/ %O(RI3, %]IP> %Pl %XgP> %OU %OU> -O(RI3, 0U&O+. 0QW4Xl. 0QW4O7. 0QW4O+.
        0T8O+. 0OH 0XgO+. 'U&P> 'U&P>> 'OHP@ 'OH/ ']IP> 'XgP> 'OU 'OU> PGQW4^d #3 6) ;)
        # one #0 !O)*QD !O)O_ !_- !QE !QEP:W! #1 $O)*< $O)5 $O)5* $S+ $S+PS !2+) #2 &O)Xli,P& &O)*< &O)5 &O)5* &S+ %S.O)
        %O)*< %O)5 %S+ %:P:W! TRO) 'O)*< 'O)5 'S+ 'S+PS #3 6) ;)
        # opensearch #0 !Q-Z+O< #1 $Q-Z+. $SJO5 $SJO5Re #2 O;Q-Z+. O;SJO5 %Q-Z+. 0SJO5 ThQ-Z+. #4 ?3Uf
        # opsworks #0 (OAO@ (U' (Yd (TJ (`+Rb (Wa`I (WaQ+ZL (O_ (c; (Q+THQ-P{ (^]:@ (hWZB (O} (i/e> (^vR:O_ (=^5 (PXR4RZ
        (PXQi (X! (RRTHQ-P{ (:P^ (X/ !2 #1 $gPdP #2 Xs5 XsQ3 BWaPo QsWaQ+Qy _oPX &E &O^ &5 &S} &PX &:@ %E %5 %S} %PX %:@
        PO`+F POWaPo PO5 PO^vR:5 POQ3 Q~WaQ+Qy DWaPo Qq3 TR5 Of`+F OfWaPo Of5 Of^vR:5 OfQ3 4Q+THQ-P{ 4RRTHQ-P{ 05 0PX N5
        NPX ]W5 ]WQ3 'E 'WaPo '5 'S} '^]:@ '^vR:5 'PX 'Q3 #3 6) ;) #4 4Oi ':@
        # opsworks-cm #0 (9Oj (VX (P+ (PYO1O! (U= #1 O7OuR~PD !2+) #2 BPY &P! &Ou %P! %Ou DPY P3Ou 0QQ 'Ou 'OuR~Oj #3 6)
        ;)
        # organizations #0 !O/V|O(=3+O] !Qr !Qr+YD !QrOogqW/, !_n !&9O! !Ule* !UlS?+9 !W/,VO^5 !`?+9 !`?+O] !S3Z5_7
        !URXf+YD !R?Z5_7 !c` !P9 !P9+P. !d- !2+) !Q|+, #1 (9 (&9O! (W/, (Vd (O] (URSR (, (), (Z5Rh #2 P`Vd Qs, O;Vd [[9
        &9 &`<Q/9 &O] &URSR &, [eVd %O] %URSR %, %), POUlVS Q~, OpO/V|O(=3 Op,OW OmO/V|O(=3 OmUf^? Om,OW Y~9OOO]
        Y~O]OORhZ5 h$O] XN9 -), OfUlVS Oy9O*O] ScZ5Rh 'URSR ', 'Z5Rh #3 6) ;)
        # osis #0 !OeY` !OeJQz !OeQ< !Vs #1 $Oe $OeR{ $OeQ4Wy $), !2+) SSOe #2 &Oe &OeJ %Oe %OeJ %), XF -), S*OeJQz 0Oe
        NOe 'Oe #3 6) ;)
        # outposts #0 !P2O_ !TU !a{O_+P)G !P)Q' !RoS5 !YC !c^ !_- #1 $P)G $RoPp $O& $U2 $V< $V<QZTZ $V<5Pc $V<Xd5Pc
        $SpYgO$ $S+ $S+PS !2+) #2 O;P)G O;U2 &U2 &V< &SpYgO$ &S+ %V< %S+ 0P)G 0O& 'V< 'S+ 'S+PS 'S+i.hoRv #3 6) ;)
        # panorama #0 !?5[h !?5PYO_ !?O_ !Rd !RdO< !PYO*<O< !S^ !OvO+O< !U3 #1 (?5 (?5PV (O) (O). (PY (PYO*<. (Ov (OvO+.
        (Ov> (RQ $Oq[>SBQCO2 !2+) #2 &?5 &.+Rd &PYO*<. &Ov &OvO+. %O) %Ov POOv> WzO) OfOv> Oy?5 T{?5PYO_ 'O)OJ #3 6) ;)
        # partnercentral #0 !V-ao !V-QY !eV !TmSM !M`? !RVR| !O&TK !Qz !R;OZafRXQ' !R;O*VrQ' !R;TK !`0 !hX !VrO*R;Q'
        !RF]- !cc !U7T^Qr !]= !)O:O< !)Rx !d@ O6RFP^ #1 $anc=OG $SGVrQi $V- $V-WT $V-? $TmO~ $RVM $O& $O&RX $O&R! $R;
        $R;RX $Vr $RF $RFQj $RF@ $@'G $@[J $U7T^9 $Z3 $)O: $)O:. $d5R%O0 $RH !R;Q_ !R;)OY !2+) #2 P`MVd P`O&RX P`R;RX
        e.V-? XsVr BSGSd]vO{H BV-?) BVr O;V-? O;MVd O;O& O;O&RX O;@'G &V-? &TmO~ &MVd &RVMQ_ &RVMOX &O&RX &R; &R;TX
        &R;RX &Vr &RF &U7T^9 &Z3 &)O: &)O:. %U7T^9 %Z3 %)O:. DSGSd]vO{H DV-?) DVr fsPzRFXS -anc=OG -TmO~ -@[J -d5R%O0
        i9V-? QJMVd QJO&RX QJR;RX OdO{RHP& 0R;OZafRXG 0R;O*VrG 0VrO*R;G 0@'G 0)O:. 0RH N)O:. ThV-? ThVr 'V-? 'O&R! 'R;TX
        'Vr 'U7T^9 'Z3 UAO3 #3 6) ;)
        # partnercentral-account-management #2 3h&RFb+ 3cHb+ 3h~iqaQ BRF9 BRF: DRF:
        # payment-cryptography #0 !T- !Rl #1 $P6 $OPR(OX $P]O.O?Td $O. $RZ+O7 $RZ+O+ $PLO.OP !2+) #2 O`O.O?Td &P6 &O.
        bK1 %P6 %O. OpP]O.O?Td OmP]O.O?Td [l1 O7O. Q=W&P1dxZG]agzVO Q=W(VO1 Q=W= Q=W=fp^iQ4 Q=^i1 O+O. `|[l1 OyO.O?Td
        P3O. 0O.PQ NO.PQ _8O.`X _8^i1 'P6 SfQtOXfC SfW(VO1 SfW= Sf^i1 #3 6) ;)
        # payments #0 $S&^M !WdQY !WdV9k- !Wdh+ !S&gg !S&R! !S&U7Pa !S&U7O! !2+) #1 $Wd? $WdV9 $WdV9k, $WdTt $S&O! #2
        P`Wd?X& &Wd? &S&^M %S&^M h5S& 'Wd? 'S&^M 'S&R! #3 6) ;)
        # pca-connector-ad #0 !UF !PvZ2 !=S<XO !</3P5Up !QD #1 $OR $PvPs $=S<S% $< $</3P5U- !2+) #2 &OR &PvPs &=S<S% &<
        &</3P5U- %OR %PvPs %=S<S% %< %</3P5U- '< '</3P5U- #3 6) ;)
        # pca-connector-scep #0 !X|OJ !UF #1 $X|OJ $X|TP $OR !2+) #2 &X| &OR %X| %OR #3 6) ;)
        # pcs #0 !Rb !SHPYO, !U~ #1 $F $SHPY/ $PI !2+) #2 STUBONPu+) &F &SHPY/ &PI %F %SHPY/ %PI OfSHPY/5 'F 'SHPY/ 'PI
        #3 6) ;)
        # personalize #0 !7PfO< !7RGO< !ZU !1V]O< !1PgO< !P<O7O< !P<O, !P<O+O< !W^ !Ld[ !W2 !PFY^Pw !PFeC !]: !c{ !Vy
        !W~O@ !d@ !2+) #1 (V* (7Pf. (7RG. (QS (1V]. (1Pg. (P< (P<O7. (P</ (P<O+. (LX' (ToZD (QP (PFY^ (T( (Tc (PP (W~
        (W~> $OVPx $1Pg $hni0 $Px $W~Pw #2 &7Pf. &7RG. &QS &1V]. &1Pg. &P< &P<O7. &P</ &P<O+. &LX' &QP &PFY^ &Tc &PP &W~
        &W~> %QS %P< %P</ %LX' %QP %PFY^ %Tc %PP %W~ -OVc, -Q: -P+ -S5 -QE 0Tc NTc NW~>TI 'QS 'P< 'PFY^ 'Tc 'W~ #3 6) ;)
        # pi #0 !XTP;T* !2+) #1 (Y)Rl $Y)O.PV $XTP;OT $)OJ $)Pw !V,)`( !V,)Pw #2 &XTP;OT %XTP;OT #3 6) ;)
        # pipes #0 !hr #1 ([* !2+) #2 &[* %[* 0[* N[* '[* #3 6) ;)
        # polly #0 (jz !h( !]M_5Q' #1 $`Q $]M_5G 0]M_5OL j:]M #2 %`Q -`Q 0]M_5G
        # pricing #1 (S? $PDUb $`q!PCQM $UY !`qUI
        # pricingplanmanager #1 $OS !Sb #2 BOnOOOS O;OS O;OSQ4 &OS DOnO*OS 'OS
        # private-networks #0 !O)^G !KOn !K_- !W@ !YC !2+) #1 $O)W8 $K $K) $KS+ $U2 hq #2 [NU2Tx TTO)W8 TTKS+ X;3P= &K
        &KS+ UkO)W8 %K %KS+ 0K)' 'KS+ 'KS+O~ #3 6) ;)
        # profile #0 $cI $izP^ !9U/ !XzPDQu !XzOj+@ !Hc< !HOMPc !HWs !RB !LU? !LZE !O8_!O< !U/ !OMOWPDUb !OMOWOj !@PDUb
        !@Q7Sa !@OMOWQD !@OMPc !@Ws !Tc]: !c{ !8THcI !RGQu !PGO< !WR #1 7$XzPD+@ 7$@ R-@OMOW $Q-h<T$ $XzPDOQ $XzPD+@ $H
        $HXH $HOMOW $LOL $LX) $O8_!. $Ob $OMOWPDQ> $@Q7S) $@Pg $@OMOW $@OMOW< $@Px $Tc $RGOQ $RGSy $RGQ` $RGO: $O: $PG.
        $PG.XS $OU $OUU_ !2+) O6P^ #2 O`@O. &XzPDOQ &H &HXH &LOL &LX) &ObOU &@ &Tc &RGOQ &RGSy &RGO: &O: &PG. %XzPDOQ %H
        %HXH %HOMOW %LOL %LX) %Ob %@ %@O. %@OM %@OMOW %Tc %RGOQ %OU TsP^ -HOMOW -Ob -@OM -@OMOW 0Tc 0PG. NTc NPG.
        'XzPDOQ 'H 'HXH 'LX) '@ 'Tc #3 6) ;)
        # proton #0 !PUXR !PUR'On !Uh !TJ !O99Qz !O9XR !O9R'On !O9<W>O@ !O9<WrO@ !O9<O@ !O9QD !T2 !U9 !P'PBQu !=5XR
        !=5R'On !=O_ !=OeXR !=OeR'On !=<W>O@ !=<WrO@ !=<O@ !=QD !S? #1 $9WI $9O0 $PU $O^ $O9 $O99O& $O9< $O9<W>> $O9<Wr>
        $O9<> $P' $P'PBO! $)<>O!^! $OnQi $= $=5 $=5PBO! $=PBZOQi $=PBO$ $=< $=<W>> $=<Wr> $=<> $<PBO$ $<PBO! !2+) #2
        P`O99O& O;PUO^ O;O9O^ O;=5O^ O;=OeO^ &PU &O9 &O99O& &O9< &O9<W>> &O9<Wr> &O9<> &P' &= &=5 &=PBO$ &=< &=<W>>
        &=<Wr> &=<> &<PBO$ %9WI %PU %O^ %O9 %O99O& %O9< %O9<W>> %O9<Wr> %O9<> %P' %= %=PBO$ %=< %=<W>> %=<Wr> %=<>
        %<PBO$ S8)O^O!Q4 QJO99O& '9WI '9O0 'PU 'O9 'O99O& 'O9< 'O9<W>> 'O9<Wr> 'O9<> '= '=5 '=Oe '=PBZO '=PBO$ '=<
        '=<W>> '=<Wr> '=<> '<PBO$ #3 6) ;)
        # purchase-orders #0 !R5U2c2 !R5YC #1 $T=OV4X@ $R5U2 !2+) QNR5YC #2 O`R5U2 %R5U2 O'R5YC 'T=OV4X@ 'R5U2 'R5U2O!
        #3 6) ;)
        # q #0 !QjPw !TuTQ !^l !2+) #1 Q=P&O*Yd Q=P&Px $OR $T/ $O8OJ $Tu $_:QX ![a #2 BOR) &Rz &QtQq &Q2QtEO& &Tu %Rz
        %T/ %Q2QtEO& %Tu UzOX QJOR OdL OdO| 0T/ 0_:P; 0_:_!bi 'QtQq 'T/ 'Q2QtEO& 'Tu '_:RMRe UATu SfQ2QtEO& #3 6) ;)
        # qapps #0 !Yc !W;S5 !Q&U' #1 (Q&EO} $W;Pp $Q&E $Q&EO3 $Q&EO3OJ !Q&EO31 !2+) #2 BW;PpR6 BQ&EOo: 7&UC 7%UC 7'UC
        Q5Q&E &W;Pp &W;PpR6 &Q&E &OSOr %W;Pp %Q&E DW;PpR6 DQ&EO*: O7Q&EO31 O+Pe ]0]4SPO*T/ ]0Q&E ]0Q&EO*]4SP 0Q&EO3
        NQ&EO3 'W;Pp 'W;PpOJ 'Q&E 'Q&EO} 'Q&EO3 'Q&EO3OJ #3 6) ;)
        # qbusiness #0 $RqU)* !QY !VW !RqR^Os ![a !1]d !1O-PBO< !1RA !Y* !O, !^I !U/ !UL !^l !iV !Sb !Oq`4 #1 Rq RqPB
        PtPe3 $? $RqR^* $1Xk $1O- $PeQ0 $/ $P~ $Ob $Ph $Tu $, $_$ $: $OqV_ !TuQ: !TuOWQ: !TuOWOJ !2+) O6iEQ0 #2 BOi 7%Pe
        7-Pe O;OS &_QOqV_QM &? &RqR^* &1Xk &1XkOojU &1O- &P~ &Ob &Tu &_$ &OS &: &OqV_ %? %Q; %RqU)* %RqR^* %T/ %1Xk %1O-
        %/ %P~ %Ob %Tu %_$ %: %OqV_ OpRaSn1O- DOi -SZ -/ -), 01O-PB. 0O^ N1O-PB. '? 'RqU)* 'RqR^* '1Xk '1O- 'P~ 'Ob 'Tu
        '_$ 'OS ': 'OqV_ #3 6) ;) #4 STUBONPu+)
        # qdeveloper #0 !2+) #2 O7SD O+SD 0OAO3 VNP& #3 6) ;)
        # qldb #0 !WnV8U?+Z$ !WnO(RIU. !WnO(RIU.+Z$ !h% #1 (WnV8OL (WnO(RIO7 (Z$ $Py $fY $U: !2+) UUQ&O2Q7P* UUQ&O2X] #2
        O;WnV8OL &Z$ %Z$ SzSP O7WnOOO(RI `EWJ1 UUQ&O2&P~ UUQ&O2&I UUQ&O2% UUQ&O2^0P~ UUQ&O2^0I UUQ&O2`E UUQ&O2^w
        UUQ&O2j_I UUQ&O2' OdRM iuRo OLWnOOV8 'Z$ 'Z$O}^Z #3 6) ;)
        # quicksight #0 !OVUF !W$ !Xq !P2T<O7O< !P2T<O+O< !e` !OCO} !SYOcRl !QjO@ !W] !1P| !1RA !S{ag !V` !Zv !Zv+) !/Vn
        !O, !O4O/OI,Xt !O4O/OI,Xt+: !O8WFSI !c% !^QOIO(Rl+: !XP !R@XZ !OgVn !_+jl !<T- !<O@ !QD !T;T- !T;O@ !aL !QHR@XZ
        !QHa,_R !YV !:O, !QE !P:P-ODQz O6OVUF O6W$ O6Xq O6W] O61P| O61RA O6PvO, O6V` O6O, O6YV O6QE #1 7$R! (9OCOi (9S1
        (9O0 (9OS (OVOR (OVORO} (OA (OAO} (P; (P;O} (P2T<O7. (P2T<O+. (Q.. (X8 (X8Rz (X8]7> (Rq* (OCO} (Qj (QjO} (QjO:.
        (QjO:.Re (W]Q&O/* (14 (14R@Rv (1O- (P]Q&Tm? (O{S1< (S{3 (S2 (S2O} (S2d(O} (/ (/Q` (O4O/OI,Rz (S| (PoZ8 (O.Ps (QI
        (Q&cf* (T&P~P) (T&d9Q&O6* (R@PM (OgOCOi (_+Ti* (< (<P6 (<O} (T; (T;P6 (T;O} (QH (QHR@ (QHR@PM (: (P:P-ODO&
        $_Q:ZnQM $QtP& $OCO}Qi $QjZnQM $OEOJ $OEO} $/Q^ $O8TX $O3ZnQM !S2Q_ !2+) Uz14 Uz1O- ]0Q&O/QX T&T}PQPw O6Zv #2
        9Os 7&QHa,Xr 7%QHa,Xr 7'R! O;S| &9S1 &9OS &OVOR &P; &X8 &OCO} &Qj &14 &1O- &O{S1< &S{3 &S2 &S2Q` &S| &QI &i4
        &R@PM &OgQ` &< &<P6 &T; &T;P6 &QH &QHR@PM &P:P-ODO& %9OCOi %9S1 %9OS %OVOR %P; %X8 %X8Rz %OCO} %Qj %14 %14R@Rv
        %1O- %P]Q&Tm? %O{S1< %S{3 %S2 %S2Q` %O8WFO$ %QI %R@PM %OgOCOi %OgQ` %< %<P6 %T; %T;P6 %QH %QHR@PM %:OCOi
        %P:P-ODO& Q=ZnQM+_Q: Q=ZnQM+UZ: Q=ZnQM+UZ:OoO8 -14R@Rv OfSYOcO. OySYOcO. P3P; S>fb, 4/Q^ 0P2T<O7. 0P2T<O+. 0Q..
        0QjO:. 0QjO:.PM Xc jgOE [H '9OCOi '9S1 '9O0 'OVOR 'P; '?OoOrY-Qq 'X8 'X8Rz 'X8]7> 'Rq* 'OCO} 'Qj 'QjWp 'Qj]7>
        'W]Q&O/* '14 '1O- 'P]Q&Tm? 'O{S1< 'S{3 'S2 'O8WFO$ 'PoZ8 'O.Ps 'PLVJO0 'Q&cf* 'T&P~P) 'T&d9Q&O6* 'R@PM ')O}
        'OgOCOi 'O(P-O4ODQpP)* '_+Ti '_+Ti* '< '<P6 'T; 'T;P6 'QH 'QHR@PM ':OCOi 'P:P-ODO& #3 6) ;) #4 STUBONPu+) &P4 &/
        &/Q` &O4O/OI,Rz &: %/ %/Q` %O4O/OI,Rz %: %:OZS<P, (14O} (1O-O} (QHO} Of: 'OVORO} 'OAO} 'P;O} 'QjO} '14O} '1O-O}
        'OEO} 'S2O} '/ 'O4O/OI,Rz '<O} 'T;O} 'QHO} ':
        # ram #0 !OiOY !OiO@ !O} !]2 !VFOiOYV~ !)PlO} !)Pc !On !O-OY #1 $Oi $)P9 $)PlOY $)PlTK $)U] !U5RXOn #2 B)PlOi
        &Oi &Oi> %Oi %Oi> D)PlOi ]6Oi[bO*, ]6)Pl[bO*, VFOiOY 4P]Oi> #3 6) ;) #4 P`)PlRX B)Pl &)Pl %)Pl D)Pl OmVJOoSGO]
        QJ)PlRX ')Pl
        # rbin #1 $8 !P0 !2+) #2 &8 %8 Vj8 aY8 '8 #3 6) ;)
        # rds #0 (9Oj (]p^ETJ (Sh (O%OKFR,VX (O%OKFeN (O%OKFQ< (O%OKFQ,O, (O%OKFRZ (O%OKFO:Oj (O%OKFRx (O%OKRb (O%OKR~O@
        (O%OK5R,VX (O%OKO_ (O%OKONY1 (O%OKW>R~O@ (O%OKQ,O, (O%OKRZ (O%OKcp (O%OKQkQ< (O%OKQkP.O, (O%OKQkQ| (O%OKPx
        (O%OKO=O, (O%OKVIO, (O%OKO:Oj (O%OKO:SQU* (O%OKRx (O%OKR)O, (R~P]FRZ (R~P]RZ (LYc (LSb (P+ (O7Q' (Q]Rb (U/
        (Tt/Pa (TtO, (`eO%OK5Pa (U5QQQ: (QwO%OKO_ (QwO%OKO_TA (O-Td (SQU* (jsO%OK5XM #1 (P[O, (Px UoSWO%OKONPC
        UoO%OKONPCht !2+) #2 O`OgOOO%OKF O`OgOOO%OK5 O`O-W8OOOS WWU5QQOV eMO%OKF O;O7G Q5OCO%OKR~> Q5O%OKFQ,/ Q5O%OKFO:
        Q5O%OKQ,/ Q5O%OKO: Q5Tt/ &]p^EO^ &OCO%OKR~> &O%OKF &O%OKFJ &O%OKFQ,/ &O%OKFO: &O%OK5 &O%OK5QWU8 &O%OKQ,/ &O%OKQk
        &O%OKQkJ &O%OKO=/ &O%OKVI/ &O%OKO: &O%OKR)/ &LOS &Q]F &Ob &Tt/ &SQQG T0PjW+ %]p^EO^ %OCO%OKR~> %O%OKF %O%OKFR,P!
        %O%OKFJ %O%OKFQ,/ %O%OKFO: %O%OK5 %O%OK5R,P! %O%OKQ,/ %O%OKQk %O%OKQkJ %O%OKO=/ %O%OKVI/ %O%OKO: %O%OKR)/ %LOS
        %Q]F %Ob %Tt/ %SQQG POO%OKQkQ| OpWiJ OmWiJ Y/O%OKF Y/Q]F O'S-OL O'Sh O'^$O%OKFP) O'OCO%OKR~> O'O%OKF O'O%OKFJ
        O'O%OKFQ,/ O'O%OK5 O'O%OKQ,/ O'O%OKQk O'O%OKQkJ O'O%OKQkP./ O'O%OKP[ O'O%OKVI/ O'O%OKO: O'O%OKR)/ O'LOS O'Q]F
        O'Ob O'Tt/ O'P[ O'SQQG ]6QWU8 ]6QWU8O%OKF R5QwO%OKO_T` TRO%OKF TRO%OK5 TRO%OKVI/ OfO%OKQkQ| OyO*Q]F OyOgO*O%OKF
        OyOgO*O%OK5 OyO-W8O*OS QlO%OKFQ,/ QlO%OKQ,/ P3O%OKFO*O(RI P3O%OKFO*O: P3O%OKFOOP=PzRR P3O%OK5O*O%OKO:
        P3O%OK5O*O(RI P3O%OK5OOP=PzRR S*O%OKO=/T5 0S-OL 0O%OKF 0O%OK5 0O%OK5R,VXO? 0O7G NS-OL NO%OKF NO%OK5 NO%OK5R,VXO?
        aG]p^EO^ aGQ]F aGQWU8 #3 O`2OO) Oy2O*) #4 TGO%OKO=/T5 O'O%OKFO:PD O'O%OKO:PD
        # rds-data #2 7SzSP eSWP W*WP SzT, SzSP W|WP
        # rds-db #4 dv
        # redshift #0 (FR:XY (Fd] (Rb (OCHOY (JRT (P+ (S3U/ (U/ (PY*Pa (^rP1Y9QY ([0Y9QY !U* !Px !W}Tw !Vy !Sr QNTwO*T=
        QNTwPzT= #1 (9Oj (SuP^ (]k^* (FQ,O, (FRZ (FO=O, (FRx (FR)O, (FO@ (1U] (1U]+Y% (1U]+i$ (P]FRZ (J3 (LYc (LSb
        (Y8P7Sh (Y8Os (P8O! (`eFPa (cc (O5 (QwPYY-O! (QwPYTA (QwS^ (a( (W}Tw (QmQ: (O:Q5Rs (O:XZ (PA (I (IP3O! (2 (PQSl
        g0QX $O8RpQtOr $QwPYY-*Pa $QwPYY-TA $), #2 P`QwPYY- O`RF B1PlY% TGFO=/T5 TGS3Ob 7%FRx 7O'FRx O;O5 O;O5O3 O;a(
        Q5FO: &Su@ &F &FQ,/ &FO=/ &FO: &FR)/ &OCHO1 &J3 &LOS &Y8P7OP &Y8* &S3Ob &Ob &^rP1Y9? &[0Y9? &W}O5 &QmOV &O:PM
        &PQR2 %Su@ %F %FQ,/ %FO=/ %FO: %FR)/ %OCHO1 %J3 %LOS %Y8P7OP %Y8* %Ob %RF %^rP1Y9? %[0Y9? %W}Tw %QmOV %O:Q5Qq
        %O:PM %PQR2 POQI OpP8 OpO:Q5 D1PlY% OmP8 OmO:Q5 SzO5 Y/XVSH $FRc $FRcOoO4O/OI O'e9* O'Su@ O']k^* O'F O'FR:U:
        O'FQQ O'FQ,/ O'FO: O'FO:PM O'FR)/ O'OCHO1 O'J3 O'LOS O'Ob O'^rP1Y9? O'[0Y9? O'W}O5 O'QmOV O'O:Q5Rw`k O'O:PM
        O'PQR2 YEF R5QwPYT` TRF OfQI QlFQ,/ a(F P3O*FO: P3IO*FO: V!F S*FO=/T5 Z:PnO. 'RFO! #3 &2 %2 #4 TG1Pl TGJ3 TGO:3
        &F: &O:Q5Qq bJ1Pl %), Z|/ O'FUsWI -), QJ1Pl S*J3 S*O:3
        # redshift-data #0 !aD !Sr #1 (SP (I $aCO[Q% $SPRe !U* !Vy #2 7SzSP O;SP SzSP
        # redshift-serverless #0 !OCHOY !J3 !Ocdr !XP !QvTB !QaTA !Z4 !QmQ: !O:Q5Os !Rx !IP3O! !2+) !d] !PQSl !dr #1
        (`bRR[c $OCHO1 $J3 $O8RpQtOr $Oc]_ $QI $QvP= $Qa $QaT` $), $QmOV $O: $IP3O! $jN $PQR2 $]_ !]k^* #2 f7QvP=OOO:
        &OCHO1 &J3 &QI &Qa &QmOV &O: &O:Q5* &PQR2 &]_ %OCHO1 %J3 %QI %), %QmOV %O: %O:Q5* %PQR2 %]_ $Rc -), P3O*QvP=
        P3O*O: P3IO*QvP= P3IO*O: ']k^* 'OCHO1 'J3 'QI 'QmOV 'O: 'O:Q5* 'PQR2 ']_ #3 6) ;)
        # refactor-spaces #1 $? $O9 $), $Ok $= !QY !O9dm !T2 !U; !S? !2+) #2 &? &O9 &Ok &= %? %O9 %), %Ok %= -), 'Ok #3
        6) ;)
        # rekognition #0 !OLi! #1 e}XB (RL (P< (OlO@ (Tb (OL[. R-OCVe R-XB R-Ve R-`ZVe R-i(fx R-TS $_kRk $_kcz $Q0`Z
        $YoP} $Yo`RO3QX $YoO6 $TLP} $PhP;. $ceV) $RGP} $TSP} ![] !P<Up !P<Ve !XB !PhP;O< !OlP9 !2+) !QE a!em O6XB
        O6XBOZO> O6QE O6QEOZO> #2 BXB Q5Ol> &RL &P< &Yo`RO3 &Ol &Ol> &OL[. &: %RL %P< %XB %Ol %Ol, %Ol> %OL[. %: DXB
        bZP<Up P~XB -Ol, 0_kcz 0Q0`Z 0YoP} 0Yo`RO3 0YoO6 0TLP} 0PhP;. 0ceV) 0Ol> 0RGP} 0OL[. 0TSP} NOl> NOL[. 'P<Up
        'OL[. #3 6) ;)
        # repostspace #1 $M $TE !R| ![? !2+) #2 7O`MOgOO]d 7O`Og 7OyMOgO*]d 7OyOg &M &TE %TE POP4 OfP4 Odgr 'M 'TE #3 6)
        ;)
        # resiliencehub #0 !R&Px !EP/R}^/ !EP/)^/ !EY[ !EPUf$ !EPUPx !EQ!RA !E>EUh !E>)Vl !E>On !EO@ !U' !Pw !P[QD ![4P9
        !)W6Px !j(Px !dM[4P9 !OaPx !jiE>On #1 (E (EP/ (E> (E>EPU (E>) (E>On_!O! (E>< (Y+E>OnO+O! (PwO7 ([4, ()W6P[G !2+)
        #2 P`)W6Px O`Y+E>)Vl 7'P[O! &E &E>EPU &E>) &P[< &[4, %E %EP/ %EQ!O- %E>EPU %E>) %P[< %[4, O+OnOOY+E> SqE> -Y+E><
        QJ)W6Px OyY+E>)Vl YJE>On 0EP/ 0PwO7 0)W6P[G 'E 'E> 'E>EPU 'E>) '[4, #3 6) ;)
        # resource-explorer #0 !)Pc !On #1 !2
        # resource-explorer-2 #0 !Y| !Y|+Q_ !OcX. !=Y| !=X. !QK3+S? !Xd)Pc !X. #1 7$QN $9R<=* $P]QN $P~ $OcQN $)`5X_ $),
        $=P~ $=QN $QN !2+) O6 #2 BP]QN &P~ &OcQN &)`5X_ &QK3+= &QN %P~ %)`5X_ %QK3+= %QN DP]QN 'P~OW 'QN #3 6) ;) #4 %),
        -),
        # resource-groups #0 !/On !W6X% !O, !)Pc !6PBQ' O6On #1 $9O0 $/ $/* $/, $/O5 $6PBG $2 #2 B) O;6PBG &/ %/ %/, D)
        /On -/* -/, 06PBG j`On '9O0 '/ '/O5 #3 6 ;
        # rhelkb #1 $iXSBQCO2
        # robomaker #0 !O^O< !Tp !VwQY !i] !TDQY !TD.ZM !TDO< !XdSFX2 !2+) !UcO7O< !UcRCO< !UcQD !du #1 7(TD. (O^. (Oh
        (Vw (Vw? (TD? (TD. (TD.7 (Uc (UcO7. (UcRC. (Uc< $Uc<e[ #2 7%du O;O^. O;TD. O;TD.7 O;UcO7. O;UcRC. &O^. &Oh &Vw
        &Vw? &Vw?> &TD? &TD?> &TD. &UcO7. &UcRC. &Uc< %Oh %Vw %Vw? %TD? %Uc< POVw OfVw Z7TD. 0TD.7 PBO^. 'Vw? 'VwO^ 'TD?
        'Uc< #3 6) ;)
        # rolesanywhere #0 !fB !P^ !j5 !2+) !QLe3 #1 $Zb $@ $j4 $QLZH #2 &@ &QLZH %PDQ^ %Zb %@ %QLZH OpZb Op@ OpQLZH
        OmZb Om@ OmQLZH O+Zb -PDQ^ -OtO0 QlOtO0 'Zb '@ 'QLZH #3 6) ;)
        # route53 #0 $Q4 $esPocv $VcQ% $R0PtTY $R0PtZ!Zsi6 $R0PtO! $S$Ri $S$RiTY $]DU+4 !RKZP !RK[] !RKVi !S$X2
        !S$X2OZS% !S$X2OZP:P-OD !O5P8SI !)S)P| !Q9P9 !Q9,O_OZS$Ri !Q9,O_OZ, !Q9,O@ !P:P-ODO1[R #1 $9R2 $O%S]O(O(QpOD
        $R0Pt $S$RiR2 $O5P8O$ $]DU+4R2 $Q9, $Q9,5 $Q9,5TY !VcVi !R0W) !]DU+P| !2+) !2+On !Q9,O_ OaO%S]O(Xr #2 TTO.R(O.
        BP:P-ODOoS$Ri Q4RKRL Q4)S)P| &RKRL &R0Pt &S$Ri &O.R(O. &O5P8O$ &]DU+4 &Q9, &Q9,5 &Q9,> &P:P-ODO1RT UkO.R(O.
        %RKRL %R0Pt %S$Ri %O.R(O. %O5P8O$ %]DU+4 %Q9, %Q9,5 %P:P-ODO1RT OpS$RiO%S]O(O(QpOD DP:P-ODO*S$Ri
        OmS$RiO%S]O(O(QpOD 'R0Pt 'S$RiUD 'S$Ri^? 'Q9,UD 'Q9,5 #3 Q42+)
        # route53-recovery-cluster #1 $P_P5PJ !P_U) #2 'P_P5PJ 'P_P5X$
        # route53-recovery-control-config #0 !S.Ok]aRIR0W) #1 (F (P5^c (P_P5 (Z;8 $), !Rb !P5ha !P_U) !Z;P0 !2+) #2 &F
        &P5^c &P_P5 &Z;8 %F %P5^c %P_P5 %Z;8 'F 'P5^c 'P_P5 'Z;8 #3 6) ;) #4 %), -),
        # route53-recovery-readiness #1 $e:Px $Sg $SgXWQi $XWPt $XWPt)O! $XWPtO! $Qv/ $Qv/XWQi $)4 !ZX !T09[R !XWW)
        !QvO, !)P| !P0 !2+On #2 &Sg &T09RT &XWPt &Qv/ &)4 %Sg %T09RT %XWPt %Qv/ %)4 'Sg 'XWPt 'Qv/ ')4 #3 6) ;)
        # route53domains #0 !RB !So !h| #1 PtHSF PtHjQ $OG`}O! $H^, $HV{ $R3^, !2+H QNQZ #2 P`HRhO*]hSG9 BU+d:OOH
        O;HRhOO]hSG9 %H OpHQ-[1 OpHRhVj DU+d:O*H OmHQ-[1 OmHRhVj YHH OfH QJHRhO*]hSG9 [1H ^~OG`}O{ ^~R3RT VvHQtP& RhH
        RhHOO]hSG9 'HOG 'HOGWE 'HhK #3 %2+H '2+H
        # route53globalresolver #0 !3RA !3Xe !O%S]O(X. !PEHUI !PEP0 !Q]]A !S$RiOY !OcPEHUI #1 $3O- $3Or $O%S]O(QN $PEH!
        $PE8 $Q]Pk $S$RiO1 $OcPEH! !PERB #2 BS$Ri 7&PE8 7%PE8 7'PE8 &3O- &3Or &O%S]O(QN &PEH! &PE8 &Q]Pk %3O- %3Or
        %O%S]O(QN %PEH! %PE8 %Q]Pk OpO%S]O(QN DS$Ri OmO%S]O(QN O+PERB !2+) '3O- '3Or 'O%S]O(QN 'PERB 'PE8 'Q]Pk 'S$RiO1
        #3 6) ;) #4 STUBONPu+)
        # route53profiles #0 !@OY !@)OY !P^ !2+) #1 $@ $@O1 $@, $@)O1 #2 B@ B)OO@ &@ %@ D@ D)O*@ -@, '@)O1 #3 6) ;)
        # route53resolver #0 !PESI !PEHUI !PERB !PE8/OY !PE8O, !PEP0 !V<]A !PkSI !Pk`*SI !PkJPoTk !PkQ< !PkO5ONO$OY
        !PkO5ONSI !Pk8OY !PkP0 #1 $PEO$ $PEH! $PE8/ $PE8/O1 $PE8/, $V<Pk $PkO$ $Pk`*O$ $PkJ $PkO5ONO$ $PkO5ONO$O1
        $PkO5ONO$, $Pk8 $Pk8O1 $Pk8, !2+) #2 BPE8/ BPkJPoPS BPkO5ONO$ BPk8 &PEH! &PE8 &PE8/ &V<Pk &PkJ &PkO5ONO$ &Pk8
        %PEH! %PE8 %PE8/ %V<Pk %PkJ %PkO5ONO$ %Pk8 DPE8/ DPkJPoPS DPkO5ONO$ DPk8 O+PERB 'PEO$ 'PERB 'PE8 'PE8/O1 'V<Pk
        'PkO$ 'Pk`*O$ 'PkJ 'Pk8 #3 6) ;) #4 -PE8/, -PkO5ONO$, -Pk8,
        # rtbfabric #0 !Wp !]?S[ !]BS[ #1 $S3RWPK $PK $R?RWPK $]?C $]BC !2+) #2 P`PK &S3RWPK &PK &R?RWPK &]?C &]BC
        %S3RWPK %PK %R?RWPK %]?C %]BC QJPK 'PK 'PKUyOE ']?C ']BC #3 6) ;)
        # rum #0 !EZ& #1 7$YLPFQu $EQ{ $EQ{1 $), !YLPwUm !2+) #2 7&YLPFQu 7%YLPFQu &EQ{ %EQ{ %), %YLPwPH -), -YLP+
        -YLPwPH 'EQ{ 'YLPFOQ #3 6) ;)
        # s3 #0 !3Rs !3RsO_ !3RsVi !3TB !3TB+OMU0 !Uf^]WX !O[ !O[T6[I !O[O@ !_h3Rs !O< !REPj3TB !T6PG], !PARYOs !PARYO,
        !2+) #1 (. (REPj3P=R3 $ad* $3Qq $3Rs5 $3Rs5+S' $3Rs5), $3RsQ% $3P= $3P=*+OMU0 $3P=+OMU0 $3P=, $3P=,+OMU0 $3P=,O!
        $3P=,O!+OMU0 $9PL3Py $SU* $O[]c $O[Ra $O[ODQ2QCO( $O[Q% $O[P8 $O[OJI* $O[Ot $O[OMVj* $O[])U) $O[, $O[,O!
        $O[PL3Py $O[OXS& $O[Ry $O[_@ $O[X0 $13 $Pn* $c+ZC* $Wm* $.Ry $Pq* $Pw* $REPj3P= $REPj3P=, $REPj3P=,O! $REPj3P=U;
        $OM $OMRa $OMOj $OMXIY5 $OMRw $OMRy $OMdY $OM> $OM>Ra $OM>Oj $OM>+O? $OM>Ry $OM>dY $O?* $PARY* $PARY*Ry $PARYQj
        $PARY/ #2 XjT6PG &3P= &3P=+OMU0 &O[ &O[OJI* &. &REPj3P= &PARY/ %3P= %3P=+OMU0 %O[ %O[OJI* %O[X0 %REPj3P= %OM
        %OM> %PARY* %PARY/ UHO? YEO? -ad* -3P=*+OMU0 -SU* -O[]c -O[ODQ2QCO( -O[P8 -O[Ot -O[OMVj* -O[OXS& -O[_@ -O[X0
        -Pn* -c+ZC* -Wm* -Pq* -Pw* -OM -OMXIY5 -OMRw -O?* -PARY* Vu% VuOM P3OM ThREPj3P=U; 'O[OJWmI* 'O[OJWnI* '.h} '.O!
        'OMPn 'PARY/ #3 %.Ry %OMRy %OM>Ry %PARY*Ry -O[Ry -.Ry -OMRy -OM>Ry -PARY*Ry Vu2 6) ;) #4 B3RsO8Rp _e`=Rw &3Qq
        &3Rs5 &3RsQ% %3Qq %3Rs5 %3Rs5), %3RsQ% %3P=, %3P=,+OMU0 %O[, `)3RsO8Rp OM[&T!OOO[[& -3Rs5), -3P=, -3P=,+OMU0
        -3P=PL3Py -9PL3Py -O[Ra -O[])U) -O[, -O[PL3Py -REPj3P=, -OMRa -OM>Ra '3RsQ%
        # s3-object-lambda #0 !O[ !O[T6[I !O[O@ !T6PG], #1 $OM $OMRa $OMXIY5 $OMRw $OMRy $OM> $OM>Ra $OM>Ry #2 XjT6PG
        %OM %OM> -OM -OMXIY5 -OMRw P3OM Ud$OMR^ #3 %OMRy %OM>Ry -OMRy -OM>Ry #4 -OMRa -OM>Ra
        # s3-outposts #0 !3TB !O[ !O[T6[I !O[O@ !Q< !T6PG], !c^OoO(RI !a$WX !TgQ< #1 $3P= $3P=, $O[ $O[, $O[Ry $O[_@
        $Pq* $OM $OMRy $OM> $OM>+O? $OM>Ry $O?* #2 XjT6PG &3P= &O[ &J %3P= %O[ %J %OM %OM> -O[_@ -Pq* -OM -O?* Vu% VuOM
        #3 %OMRy %OM>Ry -O[Ry -OMRy -OM>Ry Vu2 #4 %3P=, %O[, -3P=, -O[, -OMRa
        # s3express #0 !3TB+PvWX !Uf^]PvWX !2+) #1 $3P= $3P=, $3P=S> $O[, $Pn* $Pq* #2 &3P= &O[ &O3 %3P= %O[ -Pn* -Pq*
        #3 6) ;) #4 %3P=, %3P=S> %O[, -3P=, -3P=S> -O[,
        # s3tables #0 !XP !IWX !Sr !2+) #1 $QI $I $IO[ $IO[Pn $IO[QQ* $IO[Pw* $IO[, $IO[O? $IO[PAZZ $I1 $IPn $IQQ*
        $IQQ.O! $IOJQ% $I, $IS)Zr* $IS)Zr.O! $IO? $IO?O! $IPAZZ #2 &QI &I &IO[ %QI %I %IO[ %IO[Pn %IO[Pw* %IO[O? %IO?
        -IO[Pn -IO[QQ* -IO[Pw* -IO[O? -IO[PAZZ -I1 -IPn -IQQ* -IS)Zr* -IO? -IPAZZ ^{I 'IOJQ% #3 6) ;) #4 %IO[, %I, -IO[,
        -I,
        # s3vectors #0 !Y| !2+) !VPWX !]Y #1 $P~ $VPO[ $VPO[, $]Y O5]Y #2 &P~ &VPO[ %P~ %VPO[ %]Y -]Y #3 6) ;) #4 %VPO[,
        -VPO[,
        # sagemaker #0 !Q: !am !T- !EO>SI !U' !Ug !OY !Q-OIO2O< !b)+Q-OIO2. !FP+ !FS^ !FTzSI !Rb !P&U9 ![_O< !SH^u !f3
        !1Rn.Qu !O)Tp !Rd !RB !U,O^SM !U,U4O< !JSI !Q< ![o !ToO, !OEQu !RjQ0O@ !Rj[` !b} !Wjh3 !WjGjY !ZyQ,X*O< !O>O@
        !T4 !PfUh !Pf[o !PfPx.U_ !PfPxO< !Z}O< !Z}O<+[L !VgO, !UOU' !UOV)U= !A]m.Qu !AW(O7O< !AW(O@ !Ab* !AW1.Qu !AOJ
        !AOvO, !AU3 !ARn.Qu !S7 !SmStQ7 !SmX4 !SmQ@ !SmXZ !PZ5PqSI !PZO_ !Z*O< !RFU' !OeOBU_ !OeQ@ !OeRZ+OB !OeO@ !Vs
        !VAO< !Tb !)[X !TgAP+ !TgAO@ !TgS7 ![? !S@Rd !RgPqSI !_3dt !2 !SdO< !SdO<+ZyQ,X*. !SdSM !VNO< !TFUh !jS
        !jZU=OZQwP) !:P^ !k/ !dt O5Vg #1 7(AOv 7$Pw 7$S) &RjQ0WD_? (OV (V* (E (EO>O$ (SD (Q-OIO2. (Q-OIO2.P:P1 (F (FL
        (FPf (FPY (FTzO$ (P&P' ([_. (SHS( (TX (1Rn.OQ (O) (O)Oh (H (U,O^O~ (U,U4. (J (JO$ (R/ (To/ (ToOJ (OEOQ (Rj (RjQ0
        (Wj^T (WjG_; (ZyQ,X*. (O> (O>> (PfPU (PfR/ (PfPx. (Z}. (Vg/ (UOE (UOV)Ou (A (A]m.OQ (AW( (AW(O7. (AW1.OQ (AOv
        (AOv/ (ARn.OQ (SmPM (PZ5 (PZ5PqO$ (Z*. (RFE (Oe (OeOQ+OB (OeOB (VA. (Ol (QwP) (TgA (TE (RgPqO$ (_3[L (Sd. (SdO~
        (VN. (TF (TFPU (:@ (_F ([L $TJ $O)OhOT $O)Ps $Vg/, $AOv/, $S) $), $a1a:S;O! $P{*P[ $O6V{ Q*J Q*JY] Q*JOoR^OL
        ]>_;< O6 O6SdO~TA #2 O`O1 BTFPU QsFPYQ3 7O`FS^ 7%FS^ 7-Pw RJUOEPd RJRFEPd &OV &V* &E &EO>O$ &SD &Q-OIO2.
        &Q-OIO2.P:P1 &F &FTzO$ &P&P' &[_. &SHS( &TX &1Rn.OQ &O)Oh &H &U,O^O~ &U,O^S@ &U,U4. &J &JO$ &R/ &To/ &OEOQ &Rj
        &RjQ0T8 &WjG_; &ZyQ,X*. &O> &O>> &PfPU &PfR/ &PfPx. &Z}. &Vg/, &UOE &UOV)Ou &A &A]m.OQ &AW( &AW(O7. &AW1.OQ &AOv
        &AOv/ &ARn.OQ &SmPM &PZ5 &PZ5PqO$ &Z*. &RFE &RFEWDQM &Oe &WDHQM &WDUOEQM &WDUOV)OuQM &WDPZ5QM &VA. &Ol &QwP)
        &TgA &TE &RgPqO$ &Sd. &SdO~ &VN. &TF &TFPU &:@ &_F &[L %OV %V* %E %EO>O$ %SD %O1 %F %FTzO$ %P&P' %[_. %SHS( %TX
        %1Rn.OQ %O)Oh %H %U,O^O~ %U,O^S@ %J %JO$ %R/ %To/ %OEOQ %Rj %RjQ0 %RjQ0T8 %Wj^T %WjG_; %ZyQ,X*. %O> %O>> %PfPU
        %PfR/ %Vg/, %UOE %UOV)Ou %A %A]m.OQ %AW( %AW1.OQ %AOv %AOv/ %AOv/, %ARn.OQ %SmPM %PZ5 %PZ5PqO$ %Z*. %RFE %Oe
        %VA. %Ol %S) %), %TE %RgPqO$ %Sd. %TF %TFPU %:@ %_F %[L `$RjA PORd Q~FPYQ3 Opa1a:S; DTFPU Oma1a:S; O+RjQ0 -Vg/,
        -AOv/, -S) -), OfRd YKOeOB OdYx OdOeOBR`Zs OdOeOBR`]P OdTgAL 0FR0Pt 0U,O^S@ 0Wj^T 0PfR/ 0UOV)Ou 0SmPM 0PZ5 0OeOB
        0O3 NQ-OIO2. N[_. NU,O^S@ NU,U4. NWj^T NZyQ,X*. NPfR/ NPfPx. NZ}. NUOV)Ou NSmPM NPZ5 NZ*. NOeOB NVA. NSd. NVN.
        jORjA 'OV 'EO>O$ 'SD 'F 'FPf 'FTzO$ 'FRQ 'P&P' 'SHS( 'TX 'O)Oh 'Rd 'H 'J 'Jk(WVei 'R/ 'To/ 'ToOJ 'Rj 'RjQ0
        'RjQ0T8 'O> 'O>> 'PfPU 'PfPUR7O$ 'PfR/ 'UOE 'UOV)Ou 'AW( 'AOv 'SmSt 'SmPM 'PZ5 'PZ5PqO$ 'RFE 'Oe 'OeOB 'Oe> 'Ol
        'TgA 'TE 'Sd. 'TF 'TFPU ':@ '_F '[L #3 O`2 %2
        # sagemaker-data-science-assistant #2 OdT/
        # sagemaker-geospatial #0 !ZjZ(O< !`z1[] !2+) !VPWbO< #1 $ZjZ(. $`z1RL $aN $VPWb. O6`z1RL #2 %ZjZ(. %VPWb.
        O7ZjZ(. O7VPWb. 0ZjZ(. 0VPWb. NZjZ(. NVPWb. #3 6) ;)
        # sagemaker-mlflow #0 $[zAO@ !Ug !Y?AUg #1 3SBO4 $UoSBQCO4+A>Ug $R/ $R/OZS% $Y?A $PFQ7 $A> $A>OZP6 $UZA $OH
        $V(Rk O6[o O6Y?S7 O6AO@ O6UZS7 O6R_ O6]U #2 &R/ &A> &UZA &OH %R/ %Y?A %Y?A6 %A> %A>6 %UZA %UZAP6 %UZA6 %OH %6
        %V(6 %]U [mV( bqY?A ON7 ON^L ONY?Ahc ONPF ONA ONXR ONhb ^{UZA P3R/ P3OH 4R/6 4Y?A2 4A>6 4UZAP6 4UZA6 46 4V(6 0V(
        aTA>S@ 'R/ 'A> 'UZA 'OH
        # sagemaker-unified-studio-mcp #1 RJQWZ)YU Q*^V #2 RJ`sYU
        # savingsplans #0 !2+) #1 (TeO~cw (TeSM (TeSMT`cw (TeSMTA #2 &TeO~ %^tTeO~ a*TeO~ #3 6) ;)
        # scheduler #0 !PMO, !XZ #1 $PM $PM/ !2+) #2 &PM &PM/ %PM %PM/ 'PM #3 6) ;)
        # schemas #0 !f] !a% !PPO@ !Vy O6Vy #1 (P&]n (Zf (Ty (PP O7PP $P&]nO- $UnPP $), !2+) #2 &Zf &Ty &PP %Zf %Ty %),
        %PP %PP> -P&]n -), 0Zf NZf 'Zf 'Ty 'PP #3 6) ;)
        # scn #0 !P4QE !1ObP+ !1ObOEQ@ !1ObV` !1R1W^ !1R1XP !O_ !2+) #1 (5 $SVS_cJO+. $1ObL $1ObOE $1ObOEOB $1R1P<
        $1R1QI $5 #2 XsP4O}OO: &SVS_cJO+. &1ObOE &1R1P< &1R1QI &5 &O(O(Q2? %1ObOE %1R1P< %1R1QI %5 %O(O(Q2? OyP4O}+:
        Od1ObL '1ObOE '1R1P< '1R1QI '5 #3 6) ;)
        # sdb #0 !RB !U. #1 HOJ $Oj $O7 X] #2 7%Oj 7-Oj &H %Oj %H -Oj 0HO7
        # secretsmanager #0 7$TfSe !_) #1 (Tf $cuTP $), $TfSe !Tf>^H #2 O;Z:Tf &Tf %Tf -TfSe OyTdO*O? VuTfOOTd P3Tf Z:Tf
        NO?OOU8 'Tf 'Tf>S@ #3 6) ;) #4 %), -), SS),
        # security-ir #0 !VZ !Vn #1 7$Pi9PV $PT $PTQ;UoQM $Q` !PTfh ![^ !`G !2+) #2 O;Q` [[PT &PT &PTUD &Q` $PTQ;PGQM
        OdSZ 'PT 'PTUD 'PTO! 'Q` 'PkOW #3 6) ;)
        # securityagent #0 !OA[? !QY !Ug !Y(R6[^ !Y(_% !UnQ< !Q( !c)On !U/ !Vn !Wv.Q' !WvO<+Wv !`j !OnO*Ob !O=d& !P.RB
        #1 7$OA[? 7$SDOJ 7$Q( 7$Wv.Q0OJ 7$Wv.Q' 7$WvO< 7$`j 7$P.RB $? $SD $Y(R6 $Y(R6SD $Y(R6SZ $Ob $O=]@ !2+) #2 O`SD
        7%`j &OATE &? &Y(R6 &Ob &Q` &`bRRUJO3 &Wv &O=]@ &P.H %OATE %? %SD %Y(R6 %Ob %Q` %O=]@ %P.H UHOwPs -Y(R6SZ 0P&XX
        0Wv. NWv. dXOcO=]@ 'OATE '? 'T3 'c)On 'Wv 'O=]@ 'P.H SfP.H #3 6) ;)
        # securityhub #0 $T1Xb $Pg !_LP:P1 !Q.P0 !Q.P0P:P1 !*P9 !*,OY !UFP:P1 !T1UY+O+ !T3_L !TK !Q_ !O]P4Qr !O=P5Qu
        !XbP5OY #1 7$Q.P0 7$*,OY 7$P5Ym 7$O=U) 7$XbP5OY (OVQ| (Rj (O]* (UY (UYP:P1 (O=RjP:P1 (Xb (XbU) $e(S4QX $VS9
        $W%P:P1 $Q.8P:P1 $*, $*,O1 $ORP:P1 $P5T3Qi $T3W% $T3Q7 $Q( $Q(dbP:P1 $WeTF[m[d $WeTFPQ $S4T3da $S4QX $TKTY $XK9
        $Q_ $OnQ>P:P1 $OndbP:P1 $OnP:P1 $O=P5OQ $PQ !P5Q6SA !2+) OdT3P+ OdS4P+ #2 P`VSRX P`RX 7%Q.P0 7OpXb 7OmXb 7O+Q(
        7'Q.P0 7'Q( 7'XbP5OY ORZ2P:P1 &OVP. &W%P:P1 &Q.8 &Q.8P:P1 &*, &ORP:P1 &T3W% &S4 &Q_ &jIP:P1 [eTK %OVP. %W%P:P1
        %Q.8P:P1 %*, %ORP:P1 %T3W% %S4 %TK %Q_ OpO+Q(+Pb OpO]P49 OpO=Rj OpO=RjP:P1 DO*VS9 DO*XK9 DQ_ OmO+Q(+Pb OmO]P49
        OmO=Rj OmO=RjP:P1 Y~Q_ 0*,O1 0*,fZ 'OVP. 'W%P:P1 'Q.8P:P1 '*, 'ORP:P1 'T3W% 'Q( 'S4 'O]* 'O=P5 'O=Rj* 'XbP5 #3
        6) ;) #4 STUBONPu+)
        # securitylake #0 !1R1^8 !1g} !ONRA !j6 !2+) #1 $1R1^7OS $1R1O]* $1R1RA $ZA #2 &SGONO- &OCONO- &1R1 &1R1^7OS
        &1R1O]* &ZA &ZAOt %SGONO- %OCONO- %1R1 %1R1^7OS %1R1O]* %ZA %ZAOt PO1R1UlVS Of1R1UlVS '1R1 '1R1^7OS 'ZA 'ZAOt #3
        6) ;)
        # serverlessrepo #0 !?[h !?O@ !QY #1 $? $?, $Q/V4< O6QY #2 &? &?> &Q/V4Q44 &Q/V4< %? -?, dd? '?
        # servicecatalog #0 (S;U] !d{S;U] !QY !S.PDO, !S.On !PDO, !PDO,+? !]q+) !f.+S; !Pm]- !O]S;3 !S;3 !cj !cj+Pb
        !]2+S; !R'PbSM !R4Ug !R4Ug+=OV !S)Q7 !On+6Tt !=Q: !=Q:+R4SD !PXO_+R'Pb !6Pa QhR'UY O6UY O6UYW&P4 O6R'UY #1 (Uj
        (Q5PbO! (S; (S;PlO! (Pb (PbW&P4 (PbQN (R'Pb (R'PbO~ (R4SD (R4RZ (S) (=OV (=OVOBRZ (6Tt $O/V|O(US3O! $? $S.) $PD/
        $* $R'PbXR $), !2+) #2 P`S;Pl BPD/ BS/Oo) BS<OoS; BPbOoS; B) B=OVOoR4SD B6TtOo) 7B=OVOoR4SD 7D=OVO*R4SD Q5Pb &?
        &PD/ &Uj &S; &Pb &R'PbO~ &R4SD &=OV &6Tt %? %PD/ %Uj %S; %Pb %R'PbO~ %R4SD %), %=OV %6Tt OpO/V|O(US3 DPD/ DS/O*)
        DS<O*S; DPbO*S; D) D=OVO*R4SD D6TtO*) OmO/V|O(US3 SzR'PbO~ SzR'Pb=OV O+W&R'Pb S8WzPbR~OURe S8ScR'PbR~OURe
        S8'R'PbR~OURe WzPb -* -), QJS;Pl PB) ScR'Pb '? 'PD/ 'Uj 'S; 'Pb 'R'Pb 'R'PbRv 'R4SD '=OV '6Tt #3 6) ;) #4 &S;Pl
        %S;Pl 'S;Pl
        # servicediscovery #0 !So #1 YkO_ YkO_U: $5 $O_R0O! $QI $R3 $), $= $=Oj !O_ !XP !S? !2+) #2 &WiQI &SpW.QI
        &PLW.QI &= %QI %), %= %=Oj PO5 -), Of5 'WiQI '5OCR0O! 'SpW.QI 'PLW.QI '= '=Oj #3 6) ;)
        # serviceextract #1 $O$
        # servicequotas #1 $O/V|O(P]=S( $O1+=S(< $Q-T^* $S(ZFOT $^}=S(Q4 $=S( $=S(XEOXO*< !O/V|O(P]=^u !^}=S(Q4Q7
        !^}=S(Q4Q7OZS( !=S(XERPPz< !=^u !S? !2+) 0S(ZFOT #2 B=S(< &V%PT %=S(XEOXO*< D=S(< -=S(XEOX^N< OX=S(XE 0Q-T^
        NQ-T^ 'Q-T^ #3 6) ;)
        # ses #0 !UeO_ !UeSb !PS!O+O< !PSUI !Q}U. !Q}il !_V !*P| !OGUI !Y& !OCRHO{QD !W`PoU} !YhOaT* !O{Ut !O{QD !O7O<
        !Ut !O8P9 !O+O< !T5TB !Q_S_PS! !REPjQ< !iC ![2R. !)[D !8P| !QD !SQOn ![D !Q9P9 #1 7$PF1 (WSTx84 (*4 (Tx8 (Tx84
        $9 $9]HT1 $Ue5 $UeOS $PS! $PS!O+. $Q} $Q}O7 $Q}O| $Q}O|Q0 $Q}O6 $Q}O6QX $eXT* $*4 $*4LUm $OG $OG! $OCRHO{< $W`Po
        $W`PoOx $W``I $YhQjPa $YhOaOT $HYhQS $HQ>OT $O{PSPg $O{O8 $O{O8P9 $O{< $O7. $O8ZgOj $O8RtO*HOj $O8OtOj $O8P9
        $O8RHOj $O+. $T5P= $PiS_PS! $O|Pg $REPjJ $^z $[2Q? $84 $OdS( $OdQ> $_4PH $< $SQ $Q9, !HYhZU !TxW2 !Tx8P| !Px
        !_4Um !2+) !R*O{Tk #2 O;O7. _oTx84 &Ue5 &UeOS &PS! &PS!O+. &Q} &*4 &*4LPH &*4V)Pa &OG &OG! &OCRHO{< &W`PoOx
        &YhOaOT &O{O8 &O{< &O7. &O+. &T5P= &REPjJ &TxQP &Tx8 &Tx84 &^z &84 &< &SQ &SQ)O1 &Q9, %Ue5 %UeOS %PS! %Q} %*4
        %*4LPH %*4V)Pa %OG %OG! %OCRHO{< %W`PoOx %O{O8 %O{< %O8 %T5P= %REPjJ %TxQP %Tx8 %Tx84 %^z %84 %_4PH %< %SQ
        %SQ)O1 %Q9, %R*O{PS POPiO*PS! -9W`PodnOj -9PV -9]HOj -9[AOj -9dhOj -*4e=Pa -*4PuPa -*4[2Pa -*4]HPa -*4[APa
        -*4V)Pa -*4dhPa -W`PoPzOx -W`PoOxP{Oj -W`PodnOj -YhQjTt -O{O8*4Oj -O{O8ZgOj -O{O8ZgR(Oj -O{O8SZOj -O{O8RtO*Oj
        -_4PH OfPiOOPS! iHTx84 Ode_ OdU(O{ OdU(dUO{ OdOCRHO{ OdO{ Od`{O{ OddUO{ 4WSTx84 4O8ZgT1 4O8SZg8T1 4O8Y4PzT7T1
        4O8RtO*H 4O8OtQH 4Tx8U6 0PS!O+. 0Q}O7 0Q}O6 NPS!O+. NQ}O7 NQ}O6 Oa]>O{< Oa]>< '9]HT1 'Q} '*4LPH '*4[2PwT1
        '*4]HT1 '*4V)Pa 'OG 'OG! 'OCRHO{< 'O{< 'T5P= 'Tx8 '^z '[2Q?SYOcO! '[2Q?, '84 '< 'Q9, SfHZg SfHO8 SfO{PS SfO{O8
        #3 6) ;) #4 STUBONPu+) &O{O8, %O{O8, %O8, -O8, VuO{O8ZgR(O. 'O{O8,
        # shield #0 !e@ !hB !QgO, !i' !OnPzQg/ #1 (_W (_WV2 (_WQ> (O%QCQ83 (ZoOGO0 (Qg (Qg/ (OS $Q]WO1 $OSPJ !2+) #2
        BO%QCQ8ONO[ BO%QCQ8Og BR0Pt B`tR;PV &Qg &Qg/ &OS %Qg %Qg/ %OS Op?S}ZJR^ Op`tR; DO%QCQ8ONO[ DO%QCQ8Og DR0Pt
        Om?S}ZJR^ Om`tR; '?S}ZJR^ 'ZoOGO0 'Qg/ 'OS #3 6) ;)
        # signer #0 !R(O< !R(ch !R(P^ #1 (R(. $[6O! $R(U{ $R(@ !@O} !2+) #2 O;R(@ -R(@ S*ix S*R(@ X`cd 0R(. #3 6) ;) #4
        O`@Oi Oy@Oi
        # signin #0 !T~O8WFQY+T= #1 TGQ2QtP13 &Q2QtP1Or #2 &T~O8WF?+T=
        # simspaceweaver #0 !i{ #1 (E (TD !U' !2+) #2 &O: %E %TD 0E 0b4 0TD NE Nb4 NTD #3 6) ;)
        # sms #0 !U' #1 $E $EPm* $EO?* $EVO* $EVOTO $UF $UL $O?O< $O?R_ $U= #2 &E &O?. %E %EPm* %EO?* %EVO* %O?. %OuRo
        DOR Q=Q44 Q=< O+ERo O+OuRo PmE S8EVOTO -EPm* -EO?* -EVO* OdO| 0EO? 0Sn^)EO? 0Sn^)O?OH NEO? ScE 'E 'O?.
        # sms-voice #1 (9Oj (9Sl (*P| (c7 (WBV;UI (]'V;UP (QRUP (U} (VBOs (PsVW (PsSKQu (PsSKUb (PsimQu (PsOWQu (PsO@
        (Z2 ([<^H (YRSl (R*PHUP $*4LUm $VB*bD84 $), !*P| !OxZ-Ut !VB*84Qe]( !PsOY !2+) #2 BZ-O8 BVB* &*4 &*4LPH &LPH
        &WBV;! &Ox &VB* &Ps &PsO1 &PsQ; &Ps> &R*PHQe %9P]VB* %*4 %*4LPH %P]O|OW %P][<P, %LPH %c6 %PhO|YRR2T! %WBV;!
        %]'V;Qe %Ox %VB* %VB*84QeT! %Ps %PsQ; %PsSKSe %TSO|YRR2T! %R*PHQe %PNO|YRR2T! DZ-O8 DVB* f[Ps> -c6 -O|SZ -]'V;Qe
        -VB*84QeT! -PsSKSe VDQRQe VD[<P, OXQRQe OX[<P, OdPHQeRHP& OdPhO| OdTSO| OdPNO| 49P]VB* 4P]O|SZT1 4P]O|OW 4P][<P,
        4PhO|YRR2T! 4TSO|YRR2T! 4PNO|YRR2T! ThPs> '*4LPH 'LPH 'QRQe 'Ox 'VB* 'VB*bD84 '[<P, SfPHQe #3 6) ;) #4 %), -),
        # snow-device-management #0 !O)On !Rd !Q@ !Q' #1 (O) (O)ZlP1O_ (OB (G !2+) #2 O;G &G #3 6) ;)
        # snowball #0 (Tk !FO< !Rb !]yT4 !O< !hpVi !=O@ #1 (PS (F (. (a*a>TL $.Tr $.aYP& $j'PQ $RQX- !`UYTTC #2 O;F O;.
        &PS &F &. &`UYTTC &a*a>TL 'F '. '.itPJ '`UYTTC
        # sns #0 !Q<OZU{? !Z-UP !U{QY !O(OIO(U[QRUP !Sb !SbOZQH !YV #1 PtUuQRQeY>]'V; $1Qg, $JOj $U{?Oj $O(OIO(Oj
        $O(OIO(U[9O! $OSOj $QHOj !QRUP]'V; !2+) #2 UiOS &U{? &U{J &O(OIO(U[QRQe %J %U{? %O(OIO(U[QRQe %QH WBPzQRQe Sq
        -1Qg, 4JOj 4U{?Oj 4O(OIO(Oj 4OSOj Xc [H SfO(OIO(U[QRQe #3 6) ;) #4 O`Oi &QH OyOi 4QHOj
        # social-messaging #0 !T[TjETmQr !TjEO|QD !TjE<W; #1 $T[TjETm9 $T[TjETm9QRQe $TjEO|< !2+) #2 BTjETm9 &TjEO|<
        &TjEO|<O*W; &TjEO|<Ph %TjEO|Ph %TjEO|< DTjETm9 $TjEO|Ph UXTjEO|Ph -TjETm9LUm OdTjEO| 'TjEO|< #3 6) ;)
        # sqlworkbench #0 !Qz !U* !Y1 !PZO@ !cV !O5OBQ7 ![0Rb !W}O5O@ !dS #1 7$PZSg O7PZ $9Rk $9O0 $awOJ $aw) $[Z $O&
        $PZ $PZ> $Q&OCTX $Q&T,S`^u $Q&T,Px $O5OBQ7 $W}O5 $PPPf $T,RCTX $T,Px $:Rk $:P%O0 !WJU* !j;On !2+) #2 BO&Oo[Z
        BO&OoYS BPZOoYS BO5OoYS 7%S2 &9 &[Z &O& &S2 &PZ &PZSg &PZO*> &PZ> &W}O5 %[Z %O& %PZ %PZSg %PZ> %Q&OCTX %W}O5
        %T,RCTX %YS fdSz ffPZ Q=O3 O+PZ Uz9O0 -Q&OCTX -T,RCTX -YS -:P%O0 P3PZ> '9O&O0 '9O7O0 '9g>O0 '9Q&T,O0 '[Z 'O&
        'PCS2 'S2 'PZ 'PZSgQ0 'PZSgXH 'W}O5 #3 6) ;)
        # sqs #1 $PIOj $PIQM !fHh'O-U~ !O|XNQ' !PI2 !U~ cyO| #2 O;O|XNG Q4O|[J %O| %PI i+PI OdO| 0O|XNG #3 6PI ;PI #4
        O`Oi &PI OyOi 4PIOj
        # ssm #0 (QQS,OBG`H (QQS,OBQ' (QQS,Q@ (QQS,PM (QQS,Q| (QQS,Q' (QQYY (QQYY+P. (RZ (SL_a (SL/PJ (SLO, (SLRv (R8
        $)P9 !O1O@ !OY !RM`H !Yd !R}S5 !R}SA !PeOJQ7 !PeO@ !Y* !5OY !WmUp !S^ !S^Qi !UQPpP+ !UQPpWHS5 !UQOJ !)R}SA !)1PB
        !2+) #1 (e! (O1 (O1OBQ| (O1Q@ (Q.Q@ (Q.R`Q@ (V,^f (Pe (PeRZ (PeOi (W/5OY (W/^f+SLTV (5OYO! (5TZ (5SLX$
        (5SLX$+SL/ (5^f (5Rv (WmbN (UQS5 SzO/P-O4 $3Or $Q.OB $_g $_gPJ $RMV7 $O&O! $P]SLTV $fOSLO:+5 $Pe $OBT$ $Wm $WmPP
        $QQS, $QQS,OB $QQS,OBG $QQS,OBGV7 $QQS,G $Tr $UQPp $UQOJ $UQQi $Q, $Q,Q7 $RZ $RZOZXS $SLTV $SLTV+SL/ $=WK 0OBT$
        #2 BUQPpWHPp O;RM O;QQS,OB &Xl &O1 &O17 &Pe &QQS, &UQPp &UQOJ &SLTV &)1PB %Xl %O1 %Pe %Wm %QQS, %UQPp %UQOJ %Q,
        %RZ %SLTV %)1PB POOc5 POSLTV+SL/ POP.O*QQS, POGO*QQS, DUQPpWHPp TLQ,> -_g -R}S5 -X;OvRe -Wm -Q, OfP]SLTV OfOc5
        OfSLTV+SL/ OfP.OoQQS, OfGOoQQS, Ql=WK V!O3 OdQ.T{ OdRM 03OX 0OYhV 0Q.OB 0Q4OXOB 0O3 NQ.OB ScO3 jbQ,> 'O1 'O1O!
        'Pe 'PeP]> 'PeOJ '5O1O! '5TZ 'QQS, 'QQS,P. 'QQS,G 'Oc5Og 'UQPp 'UQOJ 'SLTV ')1PB '=WK #3 O`2OO) Oy2O*) #4 %),
        O'PeOi -),
        # ssm-contacts #0 !OGR| !Y& !`0 !UTi: !UTiQ !]*OZOG !]*OZR; !T$VGa= !VG]( !VGa= !d. #1 (R; (UT $OG $OGM $OG, $VG
        $VGT! !2+) #2 P`UT TTOGM &OG &OGM &VG &VGT! UkOGM %OG %OGM %VG %VGT! -OG, OdXlP& 0R; NR; 'OG 'OGM 'VG #3 6) ;)
        #4 BOG
        # ssm-guiconnect #0 !Qz #1 $O& $O&WGR! #2 O;O& %O&WGR! 0O& 'O&WGR!
        # ssm-incidents #0 !Y{Q( !Y{Sa !WHS5 !O?P| !R^SM !]SP+ #1 7$Y{Q( $Y{S) $O?4 $)P9 $R^O~ $]SL !2+) #2 &O?4 &R^O~
        &]SL %Y{S) %O?4 %R^O~ %]SL 0Y{ 'V]Qg 'Y{S) 'WHS5 'O?4 'R^O~ ']SL #3 6) ;) #4 %), -),
        # ssm-quicksetup #0 !*h6 !Os #1 $* $*R= $=O0 !T&X_Pc !2+) #2 &*R= %*R= '*OQ '*R= '=O0 #3 6) ;)
        # ssm-sap #0 !QY !Uh !*PtQu !*PtSo !U* !R3P+ !So !_2PtQX !_2Pt8QX #1 $? $PU $*PtR3 $QG $R3 !2+) #2 P!QG PO? Of?
        P3QG 0? 0?R@ 0*W) N? '?O0 'Q)O/S]O/P!O0 #3 6) ;) #4 %)Oi $)Oi -)Oi
        # ssmmessages #2 &P5M &1M S9P5M S91M
        # sso #0 !9RzTIO! !9RzV]O! !9Xt !9Xt+S< !Qr+R'Oi4 !?3]F !?Xt !?Xt+S< !?Su^Y !?Rs !?O_ !?TQ !?QD !QY
        !SYOc,YIPzOi4 !O_ !OcP9PzOi4 !Oi4R4O! !OiP| !OiP|R'OO9 !P^ !Td !T~Orgv #1 (9RzTIO! (9RzV]O! (? (?Rz (?Ow (5
        (53P5PD* (Oi4 (Oi4R4O! (Pj (UZTd (T~Or^P $?3S> $?Rz* $?Su[% $?Qq $?5 $?O3* $?< $^K,+Oi4 $Oc?5 $XLO)T^+Pv $Oi4
        $O}Ya+Oi4 $@ $O(O(Q2O! $Tg[@* $[@* $QL !?5Sh !PvOY !@OY !2+) O6O, O6QE #2 O`Pj &9Rz &? &?Rz &5 &53P5PD* &Oc?5
        &T~Or^P %9Rz %? %?3S> %?Rz %?Su[% %?Qq %^K,O*Oi4 %5 %53P5PD* %Oc?5 %T~Or^P WzOi4 -?3S> -?Rz* -?Su[% -?Qq -?O3*
        -^K,OOOi4 -XLO)T^+Pv OyPj '? '5 '53P5PD* 'Oc?5O! 'T~Or^P #3 6) ;) #4 BPv B@ QsSYOc,T8OOOi4 QsOc,OOOi4 &?5 &?5OP
        &Oi4 &@ &QL %?5 %?5OP %Oi4 %O}YaO*Oi4 %@ Q~SYOc,T8O*Oi4 Q~Oc,O*Oi4 DPv D@ O+?5=OwOJ -O}YaOOOi4 -O}, 0O(O(Q2
        '?5WSOP '?5bY1 '?5R^* '?5R^PP* '?5O=* '?5=Ow* '?5O! 'Oi4 '@ 'O(O(Q2* 'QL
        # sso-directory #1 (Pv (/ (O, (R4SQ (: (:OZaXPD (QE $O/V|O(O(P-*+Pv $/P, $:P, $:OxRk Y>PiPz/ Y>PiPzO, !XvXe
        !RWP,P-Sh !RWP,P-Os+Pv !O, !O,+Pi !O,+: !Q_Pz/ !XLRd+: !R4[D !QE O6O, O6QE #2 SWP(XLO)Ps SWOqavO)Ps &XvOr
        &RWP,P-*+Pv &R4SQ %XvOr %RWP,P-OP %RWP,P-*+Pv %XLO)+: %R4SQ OpRWP,P-*+Pv OmRWP,P-*+Pv O+RWP,P-OP 0P(XLO)Ps
        0OqavO)Ps 'RWP,P-*+Pv '/bYS% 'XLO)+: ':S% #4 O`PiOO/ &P6 &/ &: %/ %: Op: Om: OyPiO*/ '/ 'TP ': SfO{
        # sso-oauth #2 &OrOoO4O/OI gpOrOoO4O/OI S*OrOoO4O/OI
        # states #0 !Xm !Q@ !T@R_ !PJT]T- !PJT]O@ !PJ[} !2+) #1 (S- (OB (T@OH (PJT] (PJT]P6 (PJT]+OB $OBQ7 a+_) SSPJT]OQ
        #2 &S- &PJT] &PJT]P6 %S- %PJT] %PJT]P6 %PJT]> $S-G Q*Q)Q8Q8P-J SqPJT]> i>OB OdGZs OdGYx OdG]P 0OB 0PBOB NOB OaPJ
        'T@OH 'PJT] 'PJT]P6 #3 6) ;)
        # storagegateway #0 !ZJV&TIP9 !P@T* !PCU] !PCR%OY !S[ !S6bX !2+) !V&U} !aI !Q3gb !Q3QvTB !X/ #1 (SFQ{Oa (Y_T'R2
        (Y_T'R2PM (P@ (P@OT (b'O(ODO(O4X/ (_lRc (PCR%OY (CTZ (QQ0RR (S]QAO(PCU] (O(OIOKPCU] (O(OIOKO0 (O:PM
        (dHO(ODO(O4X/ (V&_V (V&QvTB (aI (PGb! (P:Q8O2Rd (dsPA #2 TTC O`P@ O`PGb! O`dsPA XsV&Ox BPCR% QsQ3 _e`=Rw O;e;
        O;P@OT O;]C &b'O(ODO(O4Q3 &S]QAO(PCPl &O(OIOKPCPl &O: &O:O*Q3QvP= &dHO(ODO(O4Q3 &V&Ox &V&OoeR &aI %ZJV&TI,
        %Y_T'R2 %P@OT %PCPl %C %O:PM %V& %V&Q} %V&Ox %Q3 Q~Q3 OpC DPCR% f|Y1g*PG Z|H S8dqjm R@P@ QlP@ VvV&Q} VvV&QvP=
        ivC 0SFQ{Oa 0P@OT 0C 'ZJV&TI, 'Y_T'R2 'Y_T'R2PM 'PCR%O1 'CTZ 'CRQcW 'QQ0RR 'S]QAO(PCPl 'O(OIOKPCPl 'O(OIOKPCPl[J
        'O(OIOKS6O, 'O(OIOKO=]O 'O:PM 'P:Q8O2O)OW #3 O`2OO) Oy2O*) #4 %_lRc 4S6T=TP 4O(OIOK[qTP '_lRc
        # sts #1 $3O.Rk $_hO8 $YqOr $=XvOr $O3Or #2 V+Og V+OgOoO(O/OIO2 V+OgOoOqO8 V+Vx fIRTO| $Ul3Or $OqO8Or 4TX 4O-O8
        #3 6$OqO8Or 6O3
        # support #1 (Q; (PTOj (PTPa (VZ (W+ (b: (&PTPa (Z{Pc (S? (d7[{ (V%R< (Xdc: (T~U$PtR@X% (T~U$PtRe (T~U$PtSA
        (T~U$W) $[v ![vUp !c, O6+VZ #2 O`VWOO4 O`W+OOPT &PT UHRJ+PT UHRq+PT UHVhOG+PT -PTOj T'PTW+ R@T~U$Pt YJPT YJ[v
        0[v 'PTd7 '[v
        # support-console #1 PtOS (Y,gK $9`<Q/T1 $9PJ $eP $PTY+ $Z{V1]1 $Z{TSQi $ct #2 &PTY+ &OG %PTY+ d/SZ
        # supportapp #1 (T9R| $9P6 $T9VqRZ !T9MOs !T9P%Os #2 &T9M* %9P6 %T9M* %T9P%* -9P6 ^xT9VqP& OfT9P%+O] 'T9M*
        # supportplans #0 !V%O~hD #1 $V%O~ $V%O~'O! #2 &V%O~PM 0V%O~'
        # sustainability #1 $_ig6Qi $bb_ib_ $bb_ib_Y)Ub
        # swf #0 !S-Pc !b5OUQ@ !RB !S9OUQ@ !2+) !OUPc #1 TYb5OUQ@ TYS9OUQ@ TYU5S-Q' TYU5`!Q' (S-OW (H (OUOB (OUOW
        $OUOBQ7 #2 O;aO O;OUOB SWOUOB _vW&cUOUOB %S-OW %OUOW ^+S-OW ^+H ^+OUOW boOUOB WC+S-G WC+`!G S)S-GYx S)cG OfS-OW
        OfH OfOUOW OXO;S-G OXO;RWOUOB OXO;OUOB [5S-Geh [5S-Gb< [5S-Gg) [5`!Gb< PMS-G T{RWOUOB T{OUOB 0_mOUOB 0aO 0OUOB
        ScOUOB aWS-OW aWH aWOUOW #3 6) ;)
        # synthetics #0 !S.O, !/On !O, #1 (b( (b(Z!OH (R7O@ $X{ $X{R_ $/ !2+) #2 B) &X{ &/ %X{ %/ D) 0X{ 0X{b]OH NX{ 'X{
        #3 6) ;)
        # tag #0 !iN2 #1 (OTTI $R}Qi $On $6Rl $6Ub #2 0OTTI #3 6On ;On
        # tax #1 $Pe $PePGQM $bf $U`RkiMPe $U`c& $U`c/ $U`Ps $U`PsPe !Y* !aFU`Z2 !U`Z2 !k.fmc2 #2 7%U`Ps 7-U`Ps O;Pe &Pe
        %aFU`Ps %U`Ps -aFU`Ps -U`c& -U`c/ -U`Ps 'bf
        # textract #1 _OPe _O`3 _OO4O% R-PeTS $Xn $Xn> $PeP; $PeTSP} $`3P; $`NP; $`NP;Qi !XnO@ !e& !2+) #2 &Xn &Xn> %Xn
        %Xn> 0PeP; 0PeTSP} 0`3P; 0`NP; 'Xn #3 6) ;)
        # thinclient #0 !O)R8 !Rd !T2 !RQP| !2+) #1 $O) $O)PV $O9 $RQ4 #2 &O9 %O) %O9 POO) 'O) 'O9 'RQ4 #3 6) ;)
        # timestream #0 (Q< !7Q+Q' !U* !h: !QmTw !Sr #1 (9O0 (7Q+G (QG (QmO5 (I $SGP!O! $SGP3O! !2+) `pO5 X] X]Ub #2
        O;O5 &7Q+G &QG &QmO5 &I %QG %QmO5 %I SzQmO5 V!7Q+G 0SGP!. 0SGP3. jc '9O0 'QG 'QmO5 'I UdSa #3 6) ;)
        # timestream-influxdb #0 !R:Rb !R:O_ !R:Q,O, #1 $R:F $R:5 $R:Q,/ !R:O_+F !2+) #2 &R:F &R:5 &R:Q,/ %R:F %R:5
        TRR:F TRR:5 'R:F 'R:5 #3 6) ;)
        # tiros #1 $O5Xr $O5bi $O5S{Qr #2 &O5 ^;O5
        # tnb #0 !RfP*O_ !RfP*U3 !RfKO_ !RfKSo !RfKU3 !2+) #1 $RfP*5 $RfP*Ov $RfP*OvQ0 $RfP*Ov`& $RfK5 $RfKR3 $RfKOv
        $RfKOvQ0 $RfKOv`& #2 O;RfKR3 &RfP*Ov &RfK5 &RfKOv %RfP*Ov %RfK5 %RfKOv gfRfK5 -RfP*OvQ0 -RfKOvQ0 ScRfK5 'RfP*Ov
        'RfK5 'RfKOv SSRfP*OvQ0 SSRfKOvQ0 #3 6) ;)
        # transcribe #0 !RJSUYc !RJSUO< !WoS7 !TNYOO< !TNU@O< !TN_B !U@O< !_B !SCW2 #1 (WoA $RJSUUC $RJSU. $TNYO.
        $TNYOOL $TNU@. $TNSC $U@. $SC $SCQP !2+) #2 &RJSUUC &WoA &TNSC &SC &SCQP %RJSUUC %RJSU. %WoA %TNYO. %TNU@. %TNSC
        %U@. %SC %SCQP 0RJSU. 0RJSUOLU@ 0RJSUOLU@Oq[> 0TNYO. 0TNYOOL 0TNOLU@ 0TNOLU@Oq[> 0TNU@. 0OLU@ 0OLU@Oq[> 0U@.
        'RJSUUC 'TNSC 'SC 'SCQP #3 6) ;)
        # transfer #0 !O=P9 !U= !QE !OqU' !WR #1 (3 (QO (OP (OR (OB (SjO. (@ (O=, (Ou (: (OqE (OqES1 (OU !ag !]f !Sh !UF
        !Q@ !PCRhQX !SjRl !P^ !2+) OaO8Ow #2 &3 &QO &OR &@ &Ou &: &OqE &OU %3 %QO %OP %OR %SjO. %@ %Ou %dCPLO. %: %OqE
        %OqES1 %OU O+OP O+SjO. O+dCPLO. OdOUR`PJ 0PvXJ 0PCRh 0VE% 0VEXN 0Ou NOu OaO& '3 'QO 'OP 'OR 'SjO. '@ 'Ou ': 'OqE
        'OqES1 #3 6) ;)
        # transform #0 !UF !P^ #1 $9O0 $OA $OAR7* $OR !W$ !2+) #2 BOR) &@ %OAR7* %OR %@ -OAR7* QJOR '9O0 'OA3 '@ #3 6)
        ;)
        # transform-custom #0 !ZU !ROS5 !ZDOvOJ #1 $QS $ROPp $ZDOvQM !QSU9 !2+) #2 SWZDOvPG f5OL &QS &ZDOvQM %QS %ROPp
        %ZDOv SzZD 'QS 'QSP'O! 'ROPp* 'ROPpO! #3 6) ;)
        # translate #0 !c: !]+1 !j@ !TS_9O< #1 (TS_9. $]+1 $aK !2+) _8Pe _8TS #2 &]+1 %]+1 %aK O+aK 0TS_9. NTS_9. ']+1
        #3 6) ;)
        # trustedadvisor #0 !W) !O]P[Qr !O]P[On !O]Px !P[On !Px #1 (9 (93 (PtS5 (PtR@X% (PtO!Q7b, (PtSA (W) (OtOs (OtR!
        (O] (O]Qr (T* ([7 ([7On (iZ (=OJ Uo[7 $R; $R;Q; $R;OW $O]P[ $P[ !Qr+YD !R;b: !R;Pc !`0 !URXf+YD !d- #2 7'P[)Y.
        &R; &R;Q; &R;W+ %Ot*+UlP4 f~PtS5 Q=OT gYPtS5 R@Pt 493 4O]3 'R; 'R;O! 'OtOs 'OtR! 'O]P[Pq 'P[Pq '[7O!
        # ts #0 !Q@ !aQ #1 $OB $OBTO $YU !2+) #2 0OB #3 6) ;)
        # user-subscriptions #0 !?b0 !b0 !:Sb #2 &X9 %X9 4h^O$ 'X9
        # uxc #1 $9_q $9_| !S? #2 %9_q -9_q '9_|
        # vendor-insights #0 !1RA !^3O=@Rx !^3O=P^ !O=@Rx !O=P^ #1 $1O- $^3O=@O: $@3X& $O=@ $O=@O: !2+) #2 TTO=@ B1O-
        &1O- &O=@ UkO=@ %1O- D1O- '1O- 'O=@ 'O=@O:TI* 'O=@O:VD* #3 6) ;)
        # verified-access #2 STR*3
        # verifiedpermissions #0 !O8RA !P9 !,WM !,QD #1 $O8O- $, $,P> $,< $PP Y>[S Y>[SOoOr !2+) #2 &O8O- &, &,P> &,<
        %O8O- %, %,P> %,< -PP 'O8O- ', ',P> ',< #3 6) ;)
        # voiceid #0 !RB !YuPsO< !g< !XaV3O< !j) !k% #1 (R}]} (H (Yu (YuPs. (Xa (XaV3. (_D !2+) #2 BYu &H &_D %H %Yu %Xa
        %_D DYu W0O3 WBV;Xa OfR}]} 0YuPs. 0XaV3. 'H '_D #3 6) ;)
        # vpc-lattice #0 !3ONSb !Hjw ![! !)Os !)JOY !)S[ !P0 !=K)OY !=K=OY !=KOFOY !=KOFJOY !=W@ !S? !P.O, !Q| #1 $3ONOS
        $Qt, $HRH $S~ $)* $)C $), $8 $= $=K $=K)O1 $=K=O1 $=KOFO1 $P./ !2+) #2 &3ONOS &S~ &)* &)C &8 &= &=K &=K)O1
        &=K=O1 &=KOFO1 &P./ %3ONOS %HRH %S~ %)* %)JO1 %)C %), %8 %= %=K %=K)O1 %=K=O1 %=KOFO1 %P./ POQ| -), OfQ| 0HRH
        '3ONOS 'S~ ')* ')C '8 '= '=K '=KOFO1 'P./ #3 6) ;) #4 BXhO/V|O(= BXhO/V|O(=dwP+WVX$ &=KOFJO1 %Qt, -Qt,
        # vpc-lattice-svcs #2 P$ Q*
        # vpce #2 STREPj
        # waf #0 !aiP0Pz8/ !WYPrP| !VcPrP| !O4P-P| !P8Os !T'THP0 !SOPrP| !SOS:P| !8O, !P0 !WLUjP| !T,WkPrP| !_38O,
        !OqO/OD`V !X1PrP| #1 $WYPr4 $Q4Or $Q4OrO! $VcPr4 $O4P-4 $P8* $Oi, $T'TH8 $T'TH8OcRl $SOPr4 $SOS:4 $8 $8/ $a2RP
        $WLUj4 $T,WkPr4 $OqO/ODO2 $X1Pr4 !2+) #2 &WYPr4 &VcPr4 &O4P-4 &T'TH8 &SOPr4 &SOS:4 &8 &8/ &WLUj4 &T,WkPr4
        &OqO/ODO2 &OqO/ODO2QBPX &X1Pr4 %WYPr4 %VcPr4 %O4P-4 %P8* %T'TH8 %SOPr4 %SOS:4 %8 %8/ %WLUj4 %T,WkPr4 %OqO/ODO2
        %X1Pr4 -P8* 'WYPr4 'VcPr4 'O4P-4 'T'TH8 'SOPr4 'SOS:4 '8 '8/ 'WLUj4 'T,WkPr4 'OqO/ODO2 'X1Pr4 #3 6) ;) #4 %Oi,
        -Oi,
        # waf-regional #0 !aiP0Pz8/ !WYPrP| !VcPrP| !O4P-P| !P8Os !T'THP0 !SOPrP| !SOS:P| !On+OqO/ODO2 !8O, !P0 !WLUjP|
        !T,WkPrP| !_38O, !OqO/OD`V !X1PrP| #1 $WYPr4 $Q4Or $Q4OrO! $VcPr4 $O4P-4 $P8* $Oi, $T'TH8 $T'TH8OcRl $SOPr4
        $SOS:4 $8 $8/ $a2RP $WLUj4 $T,WkPr4 $OqO/ODO2 $OqO/ODO2+) $X1Pr4 !2+) #2 BOqO/ODO2 &WYPr4 &VcPr4 &O4P-4 &T'TH8
        &SOPr4 &SOS:4 &8 &8/ &WLUj4 &T,WkPr4 &OqO/ODO2 &OqO/ODO2QBPX &X1Pr4 %WYPr4 %VcPr4 %O4P-4 %P8* %T'TH8 %SOPr4
        %SOS:4 %8 %8/ %WLUj4 %T,WkPr4 %OqO/ODO2 %X1Pr4 DOqO/ODO2 -P8* 'WYPr4 'VcPr4 'O4P-4 'T'TH8 'SOPr4 'SOS:4 '8 '8/
        'WLUj4 'T,WkPr4 'OqO/ODO2 'X1Pr4 #3 6) ;) #4 %Oi, -Oi,
        # wafv2 #0 !O/P-O4Rl !V,Oc8/O@ !V,Oc8O, !O4P-P| !P8Os !Oc8P| !T_a8iD !SOS:P| !On+OqO/ODO2 !8O, !OqO/OD`V #1 PtP)
        (UfOcUY (OcUYOZju (Oc8/ Q=T_a8VDQM $fJO/P-O4O. $O4P-4 $P8* $Oc84 $T_a8VD $Oi, $T'THSPOcRl $SOS:4 $8/ $a2RP
        $VMXSQ>OZQ9 $OqO/ODO2 $OqO/ODO2+) !2+) #2 BOqO/ODO2 &O/P-O4O. &O4P-4 &SOS:4 &8/ &OqO/ODO2 %O/P-O4O. %PER=8O,
        %O4P-4 %P8* %SOS:4 %8/ %OqO/ODO2 DPER= DOqO/ODO2 -PER=8O, -P8* -Oc84O@ 'O4P-4 'Oc84>g$[d 'SOS:4 '8/ 'OqO/ODO2 #3
        6) ;) #4 %Oi, -Oi,
        # wam #2 eEh`
        # wellarchitected #0 !_R !PtPV !PtSA !RYR6gW !RY_% !RYU] !`O !h? !T7 !@T7 !@U] !P^ !R6<_R !R6QD !PlTK !<U] !QdU]
        !ab #1 O7RY $Xr $f-OT $Q]O0 $RY $RYR6 $RYR6OT $RY>fW $`Y $@ $@< $R6< $R6<Xr $R6<RYR6 $Qd !2+) #2 B`O BP^ X;Ob
        &RYPl &RY> &`Y &@ &@Pl &R6< &<Pl &Qd &QdPl %RY %RYPl %@ %@Pl %R6< %<Pl %Qd %QdPl D`O DP^ O+RY 'Xr 'Q]O0 'Ob
        'RYR6 '@ 'R6< 'R6<Xr 'R6<RYR6 'PlRX 'Qd 'QdPl TiRYR6 Ti@> TiR6<RYR6 #3 6) ;)
        # wickr #1 7W<:j] $P? $XwTY $1RwP? $[q:Q7TY $K $KO0 $`aRk $O=/ $: $QETY !eY[qQE !Xw !Rd+: ![qQE !W@ !O=/QE !O=O,
        !2+) !QE #2 7&: 7%: 7iB: 7QlRd+: 7dX:[BO! &P4O3 &P? &1RwP? &1RwP?X| &K &O=/ %P? %1RwP? %K %O=/ Of`aO$ Of`aO$Oa
        'P? '1Rw '[q: 'KPV 'KO0 'O=/ ': #3 6) ;)
        # wisdom #0 !O/O4OAO@ !O/O4W$ !O/O4SiO@ !O/O4Zx !O/O4S`O@ !O/O4^p !VVOY !e? !Q0OY ![` !O+O< !RO_b !O|<O@ !O|QD
        !UL !T&d) #1 $O/O4OA $O/O4Si $O/O4S` $VV $VVO1 $Q0 $Q0O1 $Q0Qi $O+. $ROT. $O|< $`^O| $T&R^ $Px $O3 !2+) O5VV
        ]>O|< Vv O6Q0 O6O|QD O6T&d) O6R8 #2 TTO|< &O/O4OA &O/O4OA> &O/O4Si &O/O4Si> &O/O4S` &O/O4S`> &VV &VVO1 &Q0 &Q0O1
        &ROT. &O|< &O|<Q; &O|<> &T&R^ &O3 UkO|< %O/O4OA %O/O4OA> %O/O4Si %O/O4Si> %O/O4S` %O/O4S`> %VV %VVO1 %Q0 %Q0O1
        %O+. %ROT. %O|< %O|<Q; %T&R^ S8PxZ0 -SZ OyVVO/O4OA OyROT.<df OdO| 0Q0PG 0O+. 'O/O4OA 'O/O4Si 'O/O4S` 'VVO/O4OA
        'Q0 'ROT.<df 'O|< 'O|<OJ 'T&R^ 'O3 'O31 #3 6) ;) #4 STUBONPu+)
        # workdocs #0 (Xm (V,Ze ([^ (PeO@ (S2[` (O, (5U. (O_ (OtO} (OtSb ()O} (VxZv (QE O6On #1 PtP6 UoPe> $^$: $Pe
        $PeXS $Pe> $S2 $S2XS $/ $On #2 XjPe>PG TT: O`OtO} O`)O} O`:OO/ &UD &OCOJ &S2 &5 &Ve &OtOS &: Uk: %UD %OCOJ %Pe
        %Pe> %S2 %S2[` %5 %Ve %OtO} %OtOS %: POPv UHPe>PG OfPv OyUf)O} Oy)Oi P3PeO@ 05O7 'Pe 'Pe> 'S2 '5P6 ': ':e)O0
        # worklink #0 !Rd !RB !Tp !X0RTTQ !X0OP_Y O6Q? #1 (RSOL* (Z]K* (O) (O),* (H (OhOJ (O8Ow* (X0OPTl !2+) #2 BH
        BX0RTOw BX0OPTl &Oh %Oh DH DX0RTOw DX0OPTl P3H3 S*H3 X`V;: 'RSOL* 'Z]K* 'HOJ 'OhOJ 'O8Ow* #3 6) ;) #4 'O),*
        # workmail #0 (/ (RtRB (O] () (: !T- !/Q_ !O, !O,+Q? !YzWI !S3RtOEP0 !RtRB !WqO7O< !WqO} !US !R?RtOEP0 !^h3Xe
        !)bM !On !]KS[ !2+) !QE #1 (O{Sm* (Q? (O8Ow* (S3b[O0 (S3RtOE8 (WqO7. (R?RtOE8 (]KC $3P5`, $P]Rw, $YzOg $YzOg`,
        $c4P0 $RtH $RtHPV $WqPV $T_O)3`, $T_O)3T! $T_O)PV $T_Rd+: $T_,PV $^h3OrOJ !3P5P0 !SFOs !T_O)3]( !T_O)3P0 O6Q_
        OaSF* #2 STUBONPu+) BX<OO) BPiOO/ V+YzOg O;WqO7. &P6 &SF* &/ &O8Rp? &YzOg &S3RtOE8 &RtH &T_O)38 &O] &R?RtOE8 &)
        &]KC &: %3P58 %P6 %SF* %O{Sm* %/ %O8Rp? %O8Ow* %YzOg %S3RtOE8 %RtH %WqO} %T_O) %T_O)3T! %T_O)38 %O] %R?RtOE8
        %^h3Or %) %Rw, %]KC %: bOOOWq POO*V~Rt PORtH DX<O*) DPiO*/ OmRtH -3P58 -O{Sm* -O8Ow* -S3b[O0 -WqO} -T_O)3T! -Rw,
        OfRtH OfOOV~Rt 4P]RtH 4c4P0 4T_,PV 0WqO7. OaS3RtOEP0 OaR?RtOEP0 'SF* 'P]RtH '/ 'YzOg 'S3RtOE8 'WqS( 'T_O)38
        'R?RtOE8 'XVO{PS ') ']KC ': k*T_O) #3 6) ;) #4 QlTP
        # workmailmessageflow #1 $`{O|Q0 #2 -`{O|Q0
        # workspaces #0 (?OY (QY (T<OY (P7Rv (P$P7O`c' (O>OY (P%OY (P%ZS (P%T4 (P%Rx (Ss (SsOxR8 (SsU} Pv3T^ !9Wp
        !V,T^RKcv #1 (9 (9XM (P7Xy (O&P6O} (O&T- (]} (OCP%O>O+ (PoO, (2 (P%Ze (P%O>O} (SsO&O! $9PK #2 P`9PKRX BO&P6
        BPoO, BP%? TGPoP0 Q5P%O> &9PKRX &P$P7O`Pz &O&P6 &Po/ &VxP7OP &]NSs &deP%O> &P%T< &P%O> &Ss &SsOx %9PKRX %P7Xy
        %P$P7O`Pz %O&P6 %Po/ %VxP7OP %P%T< %P%O> `$P%QY POP%Pv DO&P6 DPoO, DP%? O+P7Xy O+OCP%O> O+P%O> h>P% O'9
        O'OPTHQtRv O'P7Rv O'JPn^Z O'iaRv O'QKRv O'P%3Rv O'P%TIRv O'P%Rv O'P%PJ TRSs cxSs OfP%Pv QJ9PKRX P3P% S*PoP0 0Ss
        0SsOx NSs NSsOx OL ScSs ScSsOx ScSsOxO3 'P$P7O`Pz ']} 'VxP7OP 'P0S_Po/ 'P%T< 'SsOx #3 &2 %2 #4 O'ioO} 'O&P6Oi
        'P%O>Oi
        # workspaces-instances #0 !5Pc !Td !2+) !P%O_ #1 $P%5 #2 BQ3 &Q3 &P%5 %Q3 %P%5 DQ3 #3 6) ;)
        # workspaces-web #1 $SwO0 $1QgO0 $O8Ow $Po3O0 $KO0 $R[ $R[=OwOJ $O3 $O3Uw $QLP> $QLP>OP $:3P8O0 $:O0 !SwO0
        !1QgO0 !O8TQ !Po3O0 !KO0 !`m !O3h1 !R8 !2+) !QLP>Sh !QLWM !:3P8O0 !:O0 #2 BSwO0 B1QgO0 BPo3O0 BKO0 BO3Uw BQLP>
        B:3P8O0 B:O0 &SwO0 &1QgO0 &O8Ow &Po3O0 &KO0 &R[ &O3Uw &QLP> &:3P8O0 &:O0 %SwO0 %1QgO0 %O8Ow %Po3O0 %KO0 %R[
        %O3Uw %QLP> %:3P8O0 %:O0 DSwO0 D1QgO0 DPo3O0 DKO0 DO3Uw DQLP> D:3P8O0 D:O0 bhO3 'SwO0 '1QgO0 'O8Ow 'Po3O0 'KO0
        'R[ 'O3Uw 'QLP> ':3P8O0 ':O0 #3 6) ;)
        # xray #0 7$]U !)P9 !d+]U !2+) #1 7$V(QiOZP, O;V(]C $f`V(`> $PnO$ $/ $O, $[sP0 $S4 $S4P+ $S4c!RD $S4SA $d+]URD
        $[9P0 $[9dESA $[9Q| $=RD $RRV$=Q> $V(RD $V(RGPH $V(SA 0V(]C #2 &/ &[98 %/ %), %[98 PK -), -dA -dA+[s -R9Sa -V(Z=
        '/ '[s8 '[98 'V(RGPH #3 6) ;) #4 -PnO$
        """#
}
